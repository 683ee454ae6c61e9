import type { CraftFamily } from '#core/candidate/craft-family.ts';
import { agriculture } from './families/agriculture.ts';
import { casting } from './families/casting.ts';
import { ceramics } from './families/ceramics.ts';
import { chemistry } from './families/chemistry.ts';
import { construction } from './families/construction.ts';
import { electrical } from './families/electrical.ts';
import { fitting } from './families/fitting.ts';
import { food } from './families/food.ts';
import { health } from './families/health.ts';
import { informatics } from './families/informatics.ts';
import { inspection } from './families/inspection.ts';
import { machining } from './families/machining.ts';
import { service } from './families/service.ts';
import { textile } from './families/textile.ts';
import { transport } from './families/transport.ts';
import { welding } from './families/welding.ts';
import { woodwork } from './families/woodwork.ts';
import { seeded } from './seed.ts';
import type { Box, Motif, Stroke } from './stroke.ts';

/** What stands for a craft where there is no portrait, and what it shows, in words. */
const MOTIFS: Record<CraftFamily, { words: string; draw: Motif }> = {
  welding: { words: '鱼鳞焊道', draw: welding },
  machining: { words: '车削刀纹', draw: machining },
  fitting: { words: '啮合齿轮', draw: fitting },
  electrical: { words: '三相波形', draw: electrical },
  casting: { words: '锻造流线', draw: casting },
  textile: { words: '十字绣纹', draw: textile },
  ceramics: { words: '冰裂纹', draw: ceramics },
  construction: { words: '层叠瓦纹', draw: construction },
  woodwork: { words: '木纹', draw: woodwork },
  food: { words: '面点褶纹', draw: food },
  agriculture: { words: '麦穗', draw: agriculture },
  health: { words: '脉搏', draw: health },
  chemistry: { words: '六元环', draw: chemistry },
  informatics: { words: '时序信号', draw: informatics },
  transport: { words: '轨道', draw: transport },
  service: { words: '连环纹', draw: service },
  inspection: { words: '超声回波', draw: inspection },
};

/** The motif of a craft in one person's own hand: the same strokes for the same seed, in whatever box. */
export function motif(family: CraftFamily, seed: string, box: Box): Stroke[] {
  return MOTIFS[family].draw(box, seeded(seed));
}

/** `鱼鳞焊道`. */
export function motifWords(family: CraftFamily): string {
  return MOTIFS[family].words;
}
