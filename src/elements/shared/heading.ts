import {html, nothing, type TemplateResult} from 'lit';

/**
 * A heading where it stands in the page's outline: HTML knows six levels. With an `id` it names what it heads, and can be given the
 * focus.
 */
export function renderHeading(level: number, content: unknown, {id = '', lang = ''} = {}): TemplateResult {
  const [name, language, tabindex] = [id || nothing, lang || nothing, id ? '-1' : nothing];
  switch (Math.max(1, Math.min(6, level))) {
    case 1:
      return html`<h1 dir="auto" id=${name} lang=${language} tabindex=${tabindex}>${content}</h1>`;
    case 2:
      return html`<h2 dir="auto" id=${name} lang=${language} tabindex=${tabindex}>${content}</h2>`;
    case 3:
      return html`<h3 dir="auto" id=${name} lang=${language} tabindex=${tabindex}>${content}</h3>`;
    case 4:
      return html`<h4 dir="auto" id=${name} lang=${language} tabindex=${tabindex}>${content}</h4>`;
    case 5:
      return html`<h5 dir="auto" id=${name} lang=${language} tabindex=${tabindex}>${content}</h5>`;
    default:
      return html`<h6 dir="auto" id=${name} lang=${language} tabindex=${tabindex}>${content}</h6>`;
  }
}
