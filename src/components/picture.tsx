/** A picture from our own host, sized so that nothing moves; the words next to it mean the same. */

export const Picture = (props: { readonly name: string; readonly size?: number }) => (
  <img
    class="picture"
    src={`/pictures/${props.name}.svg`}
    width={props.size ?? 64}
    height={props.size ?? 64}
    alt=""
    decoding="async"
  />
)
