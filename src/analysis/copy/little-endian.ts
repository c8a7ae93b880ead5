/** Collects the bytes of a file of statistics, numbers with their lowest byte first. */

const encoder = new TextEncoder()

/** At most `most` bytes of a text in UTF-8, cut between characters. */
export const cutText = (text: string, most: number): Uint8Array => {
  const bytes = encoder.encode(text)
  if (bytes.length <= most) return bytes
  let end = most
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--
  return bytes.subarray(0, end)
}

const numbers = (
  width: number,
  values: readonly number[],
  set: (view: DataView, at: number, value: number) => void,
) => {
  const view = new DataView(new ArrayBuffer(width * values.length))
  values.forEach((value, at) => {
    set(view, at * width, value)
  })
  return new Uint8Array(view.buffer)
}

export class LittleEndian {
  readonly #parts: Uint8Array[] = []
  #size = 0

  get size(): number {
    return this.#size
  }

  bytes(bytes: Uint8Array): this {
    this.#parts.push(bytes)
    this.#size += bytes.length
    return this
  }

  zeros(count: number): this {
    return this.bytes(new Uint8Array(count))
  }

  int16(...values: readonly number[]): this {
    return this.bytes(numbers(2, values, (view, at, value) => view.setUint16(at, value, true)))
  }

  int32(...values: readonly number[]): this {
    return this.bytes(numbers(4, values, (view, at, value) => view.setInt32(at, value, true)))
  }

  int64(...values: readonly number[]): this {
    return this.bytes(numbers(8, values, (view, at, value) => view.setBigUint64(at, BigInt(value), true)))
  }

  float64(...values: readonly number[]): this {
    return this.bytes(numbers(8, values, (view, at, value) => view.setFloat64(at, value, true)))
  }

  text(text: string): this {
    return this.bytes(encoder.encode(text))
  }

  /** Filled up to `width` bytes. */
  field(text: string, width: number, fill: number): this {
    const field = new Uint8Array(width).fill(fill)
    field.set(cutText(text, width))
    return this.bytes(field)
  }

  get whole(): Uint8Array {
    const whole = new Uint8Array(this.#size)
    let at = 0
    for (const part of this.#parts) {
      whole.set(part, at)
      at += part.length
    }
    return whole
  }
}
