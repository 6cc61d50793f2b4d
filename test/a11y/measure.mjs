// What can be measured in a page, whatever it shows: to be evaluated there, and so without anything from outside.

/** @typedef {{problem: string, target: string}} Problem */

/** Puts `gpbMeasure` into the page: name of a measure -> () => Problem[]. */
export function installMeasures() {
  const MAIN = '[part=toggle], [part=more], [part=search-field], [part=sort], [part=facet-name], [part=filters-button]';

  const all = (root) =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  const widgets = () => [...document.querySelectorAll('good-practice-browser')];
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
    for (const element of ours()) {
      if (!isDrawn(element)) continue;
      const {overflowX, overflowY, position, textOverflow} = getComputedStyle(element);
      const {left, right} = element.getBoundingClientRect();
      const isScrolled = within(parentOf(element), (each) => /auto|scroll/.test(getComputedStyle(each).overflowX));
      if (!isScrolled && !element.closest('svg') && (right > clientWidth + 0.5 || left < -0.5))
        problems.push(report(`reaches from ${left} to ${right} of ${clientWidth} pixels`, element));
      if (/hidden|clip/.test(overflowX + overflowY) && !element.matches('svg, svg *, img, input, select'))
        if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
          problems.push(report('cuts something off', element));
      if (/sticky|fixed/.test(position)) problems.push(report(`is ${position}`, element));
      if (textOverflow === 'ellipsis' && !element.matches('select')) problems.push(report('cuts text off', element));
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
      // of one name, these do the same wherever they stand
      if (element.matches('[part=topic], [part=place], [part=empty] .button')) continue;
      const {href = ''} = element;
      if (known.has(name) && known.get(name) !== (href || element))
        problems.push(report(`has the name of another: ${name}`, element));
      known.set(name, href || element);
    }
    return problems;
  }

  /** Nothing moves; what appears a moment later appears at once. */
  function motion() {
    const moving = document
      .getAnimations()
      .filter(({effect}) => effect.getComputedTiming().duration > 0)
      .map(({effect}) => report('moves', effect.target));
    const smooth = ours().filter((each) => getComputedStyle(each).scrollBehavior === 'smooth');
    return [...moving, ...smooth.map((each) => report('scrolls smoothly', each))];
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

  globalThis.gpbMeasure = {targets, reflow, references, lists, names, motion, spacing};
}

/** @returns {Promise<Problem[]>} */
export const measure = (page, name) => page.evaluate((each) => globalThis.gpbMeasure[each](), name);
