import type { Finding } from '#core/catalogue/finding.ts';
import { photoLabel } from '#core/roster/photo-name.ts';
import type { ByteSource } from './byte-source.ts';

/** One file of what was handed in, in a folder, a ZIP, or named by itself. */
export interface EnvelopeFile {
  /** The folders and ZIPs around it, outermost first, below what was handed in. */
  folders: readonly string[];
  name: string;
  size: number;
  /** Whether somebody named this very file on the command line. */
  named: boolean;
  open: () => Promise<ByteSource | undefined>;
  /** A stretch of it, where the file lies on a disk by itself. */
  onDisk?: (stretch: { from: number; size: number }) => Promise<ByteSource>;
}

/** What becomes of a file. */
export type Fate = 'read' | 'photo' | 'video' | 'unused' | 'ask';

export const FATES: Record<Fate, string> = {
  read: '读取',
  photo: '照片',
  video: '视频',
  unused: '不用',
  ask: '要问报送单位',
};

export const LITTER = '电脑自己生成的文件，不是材料。';

/** A line of the envelope's list. */
export interface Listed {
  /** Fit for a message. */
  file: string;
  size: number;
  fate: Fate;
  /** Why, and for `ask` what to ask for; a sentence. */
  reason: string;
}

export interface Listing {
  files: EnvelopeFile[];
  /** What could not be opened at all, or is nothing to open. */
  findings: Finding[];
  aside: Listed[];
}

/** `甲单位.zip/01_李明/推荐表.docx`, with private values covered, piece by piece. */
export function labelOf({ folders, name }: Pick<EnvelopeFile, 'folders' | 'name'>): string {
  return [...folders, name].map(photoLabel).join('/');
}

/** @returns fewer bytes than the file should have where it is damaged */
export async function bytesOf(file: EnvelopeFile, most: number): Promise<Uint8Array | undefined> {
  const source = await file.open().catch(() => undefined);
  if (!source) return undefined;
  try {
    return await source.read(0, Math.min(file.size, most));
  } catch {
    return undefined;
  } finally {
    await source.close();
  }
}
