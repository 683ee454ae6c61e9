import type { Chance } from '../random.ts';
import { GIVEN, SURNAMES } from '../search/corpus.ts';

/** Ids and names that nobody else of the content has; names are told apart within a programme. */
export class NewPeople {
  private readonly chance: Chance;
  private readonly ids = new Set<string>();
  private readonly names = new Map<string, Set<string>>();

  constructor(chance: Chance) {
    this.chance = chance;
  }

  id(): string {
    const id = Array.from({ length: 7 }, () => this.chance.pick(LETTERS)).join('');
    if (/^\d+$/.test(id) || this.ids.has(id)) return this.id();
    this.ids.add(id);
    return id;
  }

  name(programme: string): string {
    const used = this.names.get(programme) ?? new Set<string>();
    this.names.set(programme, used);
    const second = this.chance.below(5) > 0 ? this.chance.pick(GIVEN) : '';
    const name = this.chance.pick(SURNAMES) + this.chance.pick(GIVEN) + second;
    if (used.has(name)) return this.name(programme);
    used.add(name);
    return name;
  }
}

const LETTERS = [...'23456789bcdfghjkmnpqrstvwxz'];
