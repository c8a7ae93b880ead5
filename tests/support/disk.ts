/** Makes test disks that can fill up and lose their power; needs root and loop mounts. */
import { execFileSync } from "node:child_process"
import { mkdirSync, truncateSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { atEnd, newFolder } from "./store.ts"

const run = (command: string, ...args: string[]): void => void execFileSync(command, args, { stdio: "ignore" })

export interface Disk {
  readonly folder: string
  /** Loses every write that has not reached the disk, and every later one. */
  readonly cutPower: () => void
  readonly powerUp: () => void
}

/** Shuts ext4 down without flushing its journal: FS_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH. */
const shutdown = "open(my $f, '<', $ARGV[0]) or die; my $how = pack('L', 2); ioctl($f, 0x8004587d, $how) or die"

/** Undefined if this machine or account cannot mount. */
export const newDisk = (megabytes: number): Disk | undefined => {
  const place = newFolder()
  const [image, folder] = [join(place, "image"), join(place, "disk")]
  mkdirSync(folder)
  writeFileSync(image, "")
  truncateSync(image, megabytes * 2 ** 20)
  const powerUp = () => run("mount", "-o", "loop", image, folder)
  try {
    run("mkfs.ext4", "-q", "-F", image)
    powerUp()
    atEnd(() => run("umount", "-l", folder))
    run("perl", "-e", "1")
  } catch {
    return undefined
  }
  return {
    folder,
    cutPower: () => run("perl", "-e", shutdown, folder),
    powerUp: () => {
      run("umount", folder)
      powerUp()
    },
  }
}
