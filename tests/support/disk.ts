/** Disks of our own, whose power can be cut and which can fill up; they need root and loop mounts. */
import { execFileSync } from "node:child_process"
import { mkdirSync, truncateSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { atEnd, newFolder } from "./store.ts"

const run = (command: string, ...args: string[]): void => void execFileSync(command, args, { stdio: "ignore" })

export interface Disk {
  readonly folder: string
  /** From this instant nothing more reaches the disk, and what had not reached it is gone. */
  readonly cutPower: () => void
  readonly powerUp: () => void
}

/** ext4's own shutdown, without a last flush of its journal: FS_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH. */
const shutdown = "open(my $f, '<', $ARGV[0]) or die; my $how = pack('L', 2); ioctl($f, 0x8004587d, $how) or die"

/** Undefined where this machine or this account may not mount. */
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
