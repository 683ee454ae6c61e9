import { evidenceLines, type LetterAnswers, letterMail, letterText, missingIn } from '#site/live/letter.ts';

// The letter is put together in this page and goes nowhere: no field has a name, nothing is sent, nothing is stored.
const builder = document.querySelector<HTMLElement>('[data-letter]');
if (builder) {
  // Inside a page of somebody else nobody should write; a frame without scripts shows the blank letter alone.
  const framed = window.top !== window.self;
  part(framed ? '[data-framed]' : 'form', builder).hidden = false;
  if (!framed) begin(builder, part<HTMLFormElement>('form', builder));
}

/** A part of the page this script was built for; without it there is nothing to run. */
function part<T extends Element = HTMLElement>(selector: string, within: ParentNode): T {
  const found = within.querySelector<T>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

function begin(builder: HTMLElement, form: HTMLFormElement): void {
  const { notice = '', subject = '', named } = builder.dataset;
  const field = (id: string): string => part<HTMLInputElement>(`#${id}`, form).value.trim();
  const said = part('[data-said]', builder);
  const mail = builder.querySelector<HTMLAnchorElement>('[data-mail]');
  let text = '';

  const show = (): void => {
    const unit = part<HTMLInputElement>('#as-unit', form).checked;
    const answers: LetterAnswers = {
      unit,
      name: field(unit ? 'unit-name' : 'name'),
      contactPerson: unit ? field('contact-person') : '',
      contact: field('contact'),
      about: field('about'),
      facts: field('facts'),
      evidence: field('evidence'),
    };
    builder.dataset['as'] = unit ? 'unit' : 'person';
    for (const slot of builder.querySelectorAll<HTMLElement>('[data-slot]')) {
      slot.textContent = String(answers[slot.dataset['slot'] as keyof LetterAnswers]);
    }
    part('[data-evidence]', builder).replaceChildren(
      ...(evidenceLines(answers.evidence).length > 0 ? evidenceLines(answers.evidence) : ['']).map((line) => {
        const item = document.createElement('li');
        item.textContent = line;
        return item;
      }),
    );
    // Some lists have an office of their own: it stands at the person.
    const chosen = part<HTMLSelectElement>('#about', form).selectedOptions[0];
    const { to = '', email, post } = chosen?.dataset['to'] === undefined ? builder.dataset : chosen.dataset;
    part('[data-whom]', builder).textContent = to;
    part('[data-where]', builder).textContent = post ? `寄：${post}。` : '';
    const missing = missingIn(answers, { named: named !== undefined });
    const words = missing.length > 0 ? `还没有写：${missing.join('、')}。` : '需要写的都写了。';
    // Announced when it changes, not at every letter.
    if (said.textContent !== words) said.textContent = words;
    text = letterText(answers, { to, notice });
    const whole = email && letterMail(email, subject, text);
    if (mail && email) mail.href = whole || `mailto:${email}`;
    if (mail) mail.hidden = !email;
    const long = builder.querySelector<HTMLElement>('[data-long]');
    if (long) long.hidden = !email || Boolean(whole);
  };

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', show);
  form.addEventListener('reset', () => setTimeout(show));
  part('[data-print]', form).addEventListener('click', () => window.print());
  // Taken by ./copy.ts, which copies what stands in the attribute at that moment.
  const button = part('[data-copy]', form);
  button.addEventListener('click', () => (button.dataset['copy'] = text), { capture: true });
  show();
}
