// Measures any page. These functions run inside the page, so they import nothing.

/** @typedef {{problem: string, target: string}} Problem */

/** Puts `gpbMeasure` into the page: name of a measure -> () => Problem[]. */
export function installMeasures() {
  const MAIN = '[part=toggle], [part=more], [part=search-field], [part=sort], [part=facet-name], [part=filters-button]';

  const all = (root) =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  const widgets = () => [...document.querySelectorAll('good-practice-browser, gpb-city')];
  const ours = () => widgets().flatMap(({shadowRoot}) => all(shadowRoot));
  const parentOf = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;
  const within = (element, test) => {
    for (let each = element; each; each = parentOf(each)) if (test(each)) return true;
    return false;
  };
  const isDrawn = (element) =>
    element.checkVisibility({visibilityProperty: true}) && !within(element, (each) => each.matches('.visually-hidden'));
  const report = (problem, element) => ({
    problem,
    target: element.outerHTML.replaceAll(/<!--.*?-->/g, '').slice(0, 160),
  });

  /** Targets for a finger. A box and its label are one; a link within a line of text is as high as the line. */
  function targets() {
    return ours()
      .filter((each) => each.matches('a[href], button, input, select, summary') && isDrawn(each))
      .filter((each) => !(each.matches('a') && each.getRootNode().host.localName === 'gpb-html'))
      .flatMap((each) => {
        const box =
          each.type === 'checkbox' ? each.labels[0] : each.matches('.field input') ? each.parentElement : each;
        const {width, height} = box.getBoundingClientRect();
        // half a pixel is what rounding takes
        const least = each.matches(MAIN) || each.matches('[part=search-field] input') ? 43.5 : 23.5;
        return Math.min(width, height) < least ? [report(`${width} by ${height} pixels`, each)] : [];
      });
  }

  /** Nothing beside the page, nothing cut off, nothing that takes the place of what is read. */
  function reflow() {
    const {clientWidth, scrollWidth} = document.documentElement;
    const problems =
      scrollWidth > clientWidth ? [report(`scrolls to ${scrollWidth} of ${clientWidth} pixels`, document.body)] : [];
    const elements = ours();
    const scrollers = new Set(elements.filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowX)));
    for (const element of elements) {
      if (!isDrawn(element)) continue;
      const {overflowX, overflowY, position, textOverflow} = getComputedStyle(element);
      const {left, right} = element.getBoundingClientRect();
      const isScrolled = within(parentOf(element), (each) => scrollers.has(each));
      if (!isScrolled && !element.closest('svg') && (right > clientWidth + 0.5 || left < -0.5))
        problems.push(report(`reaches from ${left} to ${right} of ${clientWidth} pixels`, element));
      // Boxes without a word, such as the outline of a list that loads, may end anywhere.
      const hasContent = element.textContent.trim() || element.querySelector('button, input, select, img');
      if (hasContent && /hidden|clip/.test(overflowX + overflowY) && !element.matches('svg, svg *, img, input, select'))
        if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
          problems.push(report('cuts something off', element));
      // The headers of a table stick to its own frame, and leave room beside them.
      if (/sticky|fixed/.test(position) && !element.matches('.filters, .scroller *'))
        problems.push(report(`is ${position}`, element));
      if (textOverflow === 'ellipsis' && !element.matches('select, input'))
        problems.push(report('cuts text off', element));
    }
    return problems;
  }

  /** Attributes that name others by their ids find them, once, in the same shadow root. */
  function references() {
    const problems = [];
    for (const element of ours()) {
      const root = element.getRootNode();
      if (element.id && root.querySelectorAll(`[id="${CSS.escape(element.id)}"]`).length > 1)
        problems.push(report('has an id that another has', element));
      for (const name of ['for', 'aria-controls', 'aria-describedby', 'aria-labelledby', 'aria-owns', 'aria-details'])
        for (const id of element.getAttribute(name)?.split(/\s+/) ?? [])
          if (!root.getElementById(id)) problems.push(report(`${name} leads nowhere`, element));
    }
    return problems;
  }

  /** Without markers a list is no list to Safari, unless it says so. */
  function lists() {
    return ours()
      .filter((each) => each.matches('ul, ol') && getComputedStyle(each).listStyleType === 'none')
      .filter((each) => each.getAttribute('role') !== 'list')
      .map((each) => report('is a list without a role', each));
  }

  /** The name of a control begins with what is to be read on it, and no two controls that do different things share one. */
  function names() {
    const words = (text) => text.replaceAll(/\s+/g, ' ').trim();
    const problems = [];
    const known = new Map();
    for (const element of ours()) {
      if (!element.matches('a[href], button, summary') || !isDrawn(element)) continue;
      const seen = words(element.innerText ?? '');
      const name = words(element.ariaLabel ?? element.textContent);
      if (!name) problems.push(report('has no name', element));
      const shown = words(
        [...element.querySelectorAll('.visually-hidden')].reduce(
          (text, each) => text.replace(words(each.innerText), ''),
          seen,
        ),
      );
      if (!name.toLowerCase().includes(shown.toLowerCase()))
        problems.push(report(`is named ${name}, not ${shown}`, element));
      // Controls with the same name do the same, wherever they are. Numbers in a table are named by its headers too.
      if (element.matches('[part=topic], [part=place], [part=empty] .button, .list-link, .matrix *')) continue;
      const {href = ''} = element;
      if (known.has(name) && known.get(name) !== (href || element))
        problems.push(report(`has the name of another: ${name}`, element));
      known.set(name, href || element);
    }
    return problems;
  }

  /** Nothing moves; what appears a moment later appears at once. */
  function motion() {
    // each root knows its own only
    const roots = ours().flatMap(({shadowRoot}) => shadowRoot ?? []);
    const moving = [document, ...widgets().map(({shadowRoot}) => shadowRoot), ...roots]
      .flatMap((root) => root.getAnimations())
      .filter(({effect}) => effect.getComputedTiming().duration > 0)
      .map(({effect}) => report('moves', effect.target));
    const smooth = ours().filter((each) => getComputedStyle(each).scrollBehavior === 'smooth');
    return [...moving, ...smooth.map((each) => report('scrolls smoothly', each))];
  }

  /** Any colour as the browser writes it -> red, green, blue, alpha, each from 0 to 1. */
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  function rgba(color) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].map((value) => value / 255);
  }
  const over = ([r, g, b, alpha], below) => [r, g, b].map((value, i) => value * alpha + below[i] * (1 - alpha));
  /** What is seen behind an element's own content. */
  function behind(element) {
    if (!element) return over(rgba('Canvas'), [1, 1, 1]);
    const own = rgba(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own.slice(0, 3) : over(own, behind(parentOf(element)));
  }
  function luminance(color) {
    const [r, g, b] = color.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
  function contrast(color, ground) {
    const [low, high] = [over(rgba(color), ground), ground].map(luminance).sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }

  /** Null where it is outside. What has the focus shows it: two pixels, 3:1 against what is around, within the page and not under what sticks to its top. */
  function focus() {
    let element = document.activeElement;
    if (!widgets().includes(element)) return null;
    while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const shown = element.matches('.field input') ? element.parentElement : element;
    const style = getComputedStyle(shown);
    let {outlineStyle, outlineWidth, outlineColor, outlineOffset} = style;
    // no script can ask for the outline of a thumb
    if (element.matches('[type=range]')) {
      [outlineWidth, outlineStyle] = style.getPropertyValue('--_ring').split(' ');
      shown.style.outlineColor = 'var(--_accent)';
      ({outlineColor} = style);
      shown.style.outlineColor = '';
    }
    const problems = [];
    if (outlineStyle !== 'solid' || parseFloat(outlineWidth) < 2)
      problems.push(report(`has an outline ${outlineWidth} ${outlineStyle}`, element));
    for (const ground of [behind(shown), behind(parentOf(shown))])
      if (contrast(outlineColor, ground) < 3)
        problems.push(report(`has an outline of ${contrast(outlineColor, ground)} to 1`, element));
    // the frame of a field may be cut, not the field
    const {left, right, top, bottom} = shown.getBoundingClientRect();
    const reach = parseFloat(outlineWidth) + parseFloat(outlineOffset);
    if (left - reach < -0.5 || right + reach > document.documentElement.clientWidth + 0.5)
      problems.push(report('has an outline beyond the page', element));
    const isCutBy = (each) => {
      const box = each.getBoundingClientRect();
      return (
        /hidden|clip/.test(getComputedStyle(each).overflow) &&
        (left - reach < box.left || right + reach > box.right || top - reach < box.top || bottom + reach > box.bottom)
      );
    };
    if (within(parentOf(shown), isCutBy)) problems.push(report('has an outline that is cut off', element));
    const header = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
    if (top < header - 4 || (bottom > innerHeight + 4 && bottom - top < innerHeight - header))
      problems.push(report(`lies from ${top} to ${bottom}, under what sticks to ${header}`, element));
    return problems;
  }

  /** Frames of fields, icons without text and the histogram of years have a contrast of 3:1. */
  function frames() {
    return ours()
      .filter(
        (each) =>
          isDrawn(each) &&
          each.matches(
            '.field, select, input:not(.field input, [type=checkbox], [type=range]), .filters-button, .clear, .cities, .remove, .bars rect',
          ),
      )
      .flatMap((each) => {
        const {borderTopColor, borderTopWidth, color, fill} = getComputedStyle(each);
        const edge = each.matches('rect') ? fill : parseFloat(borderTopWidth) ? borderTopColor : color;
        const ratio = contrast(edge, behind(parentOf(each)));
        return ratio < 3 ? [report(`${ratio} to 1`, each)] : [];
      });
  }

  /** In forced colours backgrounds are gone: what can be pressed or written into has a frame or a line, icons the colour of the text. */
  function forced() {
    const problems = [];
    for (const element of ours()) {
      const style = getComputedStyle(element);
      if (style.forcedColorAdjust === 'none') problems.push(report('keeps its own colours', element));
      if (!isDrawn(element)) continue;
      if (element.matches('.icon') && style.stroke !== style.color && style.fill !== style.color)
        problems.push(report('has a colour of its own', element));
      if (element.matches('.field, .button, .chip, .filters-button, .done, button[part=topic], article, .box, .panel'))
        if (style.borderTopStyle !== 'solid' || contrast(style.borderTopColor, behind(parentOf(element))) < 3)
          problems.push(report('has no frame', element));
      if (element.matches('select') && style.textDecorationLine !== 'underline')
        problems.push(report('has no line', element));
      if (element.matches('.bar')) problems.push(report('lies under a figure in a colour of its own', element));
      if (element.matches('mark') && style.outlineStyle !== 'solid') problems.push(report('is not marked', element));
    }
    return problems;
  }

  /** The page's spacing of letters and words reaches every text. */
  function spacing() {
    return ours()
      .filter((each) => each.matches('p, h1, h2, h3, h4, h5, h6, li, label, button, input, select, summary, a, legend'))
      .filter((each) => {
        const {letterSpacing, wordSpacing} = getComputedStyle(each);
        return !(parseFloat(letterSpacing) > 0 && parseFloat(wordSpacing) > 0);
      })
      .map((each) => report('is not spaced', each));
  }

  globalThis.gpbMeasure = {targets, reflow, references, lists, names, motion, focus, frames, forced, spacing};
}

/** @returns {Promise<Problem[]>} what is wrong */
export const measure = (page, name) => page.evaluate((each) => globalThis.gpbMeasure[each](), name);
