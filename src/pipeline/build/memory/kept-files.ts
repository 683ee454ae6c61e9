import { copyFile, link, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Files kept by the digest of their bytes. They share their bytes with the finished site where the disk can do that: whoever changes the
 * one changes the other, therefore a file is nothing but a claim until its bytes were hashed in the place it was put.
 */
export class KeptFiles {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** @returns whether there was one */
  async put(digest: string, target: string): Promise<boolean> {
    return share(this.placeOf(digest), target);
  }

  async take(digest: string, source: string): Promise<void> {
    const place = this.placeOf(digest);
    // What lies there under this name may have been spoiled.
    await rm(place, { force: true });
    await share(source, place);
  }

  /** Lets go of what no digest asks for any more. */
  async forgetAllBut(wanted: ReadonlySet<string>): Promise<void> {
    for (const shelf of await readdir(this.folder).catch(() => [])) {
      for (const rest of await readdir(join(this.folder, shelf)).catch(() => [])) {
        if (!wanted.has(shelf + rest)) await rm(join(this.folder, shelf, rest), { force: true });
      }
    }
  }

  private placeOf(digest: string): string {
    return join(this.folder, digest.slice(0, 2), digest.slice(2));
  }
}

async function share(source: string, target: string): Promise<boolean> {
  await mkdir(dirname(target), { recursive: true });
  try {
    await link(source, target);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    // Another disk, or one without links.
    return copyFile(source, target).then(
      () => true,
      () => false,
    );
  }
}
