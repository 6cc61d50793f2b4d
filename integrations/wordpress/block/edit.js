// The block “Good practices” in the editor. PHP hands over the sources and the texts, see
// includes/class-block.php. Pages keep the options of a block only, and PHP draws the list.
(function (wp, {sources, settingsUrl, language, options, texts, tokens}) {
  const {createElement: el, Fragment} = wp.element;
  const {InspectorControls, useBlockProps} = wp.blockEditor;
  const {Button, CheckboxControl, Notice, PanelBody, Placeholder, RangeControl, SelectControl, TextControl} =
    wp.components;

  const DEFAULT_FACETS = 'topic country year';
  const DEFAULT_HITS = 12;
  /** More would make the block so high that the one below it is hard to reach. */
  const PREVIEW_HITS = 4;

  const wordsOf = (text) => text.split(' ').filter(Boolean);
  const toOptions = (labels) => Object.entries(labels).map(([value, label]) => ({value, label}));

  /** The link of administrators to the page with the sources, in a tab of its own. */
  const settingsLink = (label, variant) =>
    settingsUrl && el(Button, {variant, href: settingsUrl, target: '_blank'}, label);

  /** Without a choice, the page shows the first source. */
  const sourceOf = ({source}) => (source ? sources.find(({id}) => id === source) : sources[0]);

  function SourceSelect({attributes, setAttributes}) {
    const choices = sources.map(({id, label}) => ({value: id, label}));
    const source = sourceOf(attributes);
    if (!source) choices.unshift({value: attributes.source, label: texts.deletedSource});
    return el(SelectControl, {
      label: texts.source,
      help: texts.sourceHelp,
      value: source ? source.id : attributes.source,
      options: choices,
      onChange: (id) => setAttributes({source: id}),
    });
  }

  function FacetChecks({attributes, setAttributes}) {
    const chosen = wordsOf(attributes.facets ?? DEFAULT_FACETS);
    const toggle = (name, isChosen) => {
      const names = Object.keys(texts.facets).filter((other) => (other === name ? isChosen : chosen.includes(other)));
      setAttributes({facets: names.join(' ')});
    };
    return toOptions(texts.facets).map(({value, label}) =>
      el(CheckboxControl, {
        key: value,
        label,
        checked: chosen.includes(value),
        onChange: (isChosen) => toggle(value, isChosen),
      }),
    );
  }

  function Sidebar({attributes, setAttributes}) {
    /** An empty field removes the attribute. */
    const set = (name) => (value) => setAttributes({[name]: value || undefined});
    const {heading = '', headingLevel = 2, hitsPerPage = DEFAULT_HITS, scope = '', sort = ''} = attributes;
    const levels = [1, 2, 3, 4, 5, 6].map((level) => ({value: level, label: `H${level}`}));
    return el(
      InspectorControls,
      null,
      el(
        PanelBody,
        {title: texts.list},
        el(SourceSelect, {attributes, setAttributes}),
        settingsUrl && el('p', null, settingsLink(texts.manageSources, 'link')),
        el(TextControl, {label: texts.heading, help: texts.headingHelp, value: heading, onChange: set('heading')}),
        heading &&
          el(SelectControl, {
            label: texts.headingLevel,
            value: headingLevel,
            options: levels,
            onChange: (level) => setAttributes({headingLevel: Number(level)}),
          }),
      ),
      el(
        PanelBody,
        {title: texts.filters},
        el('p', null, texts.filtersHelp),
        el(FacetChecks, {attributes, setAttributes}),
        el(TextControl, {label: texts.scope, help: texts.scopeHelp, value: scope, onChange: set('scope')}),
      ),
      el(
        PanelBody,
        {title: texts.order},
        el(SelectControl, {label: texts.sort, value: sort, options: toOptions(texts.sorts), onChange: set('sort')}),
        el(RangeControl, {
          label: texts.hitsPerPage,
          help: texts.hitsHelp,
          value: hitsPerPage,
          min: 1,
          max: 60,
          onChange: set('hitsPerPage'),
        }),
      ),
    );
  }

  /**
   * A click selects the block instead of a filter, and keys belong to the editor: Backspace in the
   * search field would delete the block.
   */
  const makeInert = (element) => {
    if (element) element.inert = true;
  };

  function Preview({attributes, source}) {
    const chosen = Object.entries(options).map(([name, option]) => [option, attributes[name]]);
    const hits = Math.min(attributes.hitsPerPage ?? DEFAULT_HITS, PREVIEW_HITS);
    return el(
      'div',
      {ref: makeInert, className: 'good-practice-browser-preview', style: tokens},
      el('good-practice-browser', {
        key: source.id,
        ...source.attributes,
        ...Object.fromEntries(chosen),
        'hits-per-page': hits,
        // The address of the editor stays as it is.
        url: 'off',
        lang: language,
      }),
      el('p', {className: 'good-practice-browser-hint'}, texts.preview),
    );
  }

  function Edit({attributes, setAttributes}) {
    const blockProps = useBlockProps();
    const source = sourceOf(attributes);
    if (!sources.length)
      return el(
        'div',
        blockProps,
        el(
          Placeholder,
          {icon: 'lightbulb', label: texts.title, instructions: texts.noSource},
          settingsLink(texts.addSource, 'primary'),
        ),
      );
    return el(
      Fragment,
      null,
      el(Sidebar, {attributes, setAttributes}),
      el(
        'div',
        blockProps,
        source
          ? el(Preview, {attributes, source})
          : el(Notice, {status: 'warning', isDismissible: false}, texts.lostSource),
      ),
    );
  }

  wp.blocks.registerBlockType('good-practice-browser/list', {edit: Edit, save: () => null});
})(window.wp, window.goodPracticeBrowserEditor);
