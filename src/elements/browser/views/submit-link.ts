import {html, nothing} from 'lit';
import type {Localizer} from '../../../i18n/localizer.js';
import {renderMessage} from '../../shared/templates.js';

/** Where a city finds the template for a practice; `''` for nowhere. */
export const renderSubmitLink = (href: string, localizer: Localizer) =>
  href
    ? html`<p class="submit">
        <a part="submit-link" href=${href}>${renderMessage(localizer, 'handIn')}</a>
      </p>`
    : nothing;
