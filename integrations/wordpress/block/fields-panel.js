// The panel “Good practice” in the sidebar of the editor, with the city, the country and the period
// of a post. PHP hands over the texts and the codes of countries, see includes/class-fields-panel.php.
(function (wp, {countries: codes, ...texts}) {
  const {createElement: el} = wp.element;
  const {ComboboxControl, TextControl} = wp.components;
  const {useSelect} = wp.data;
  const {useEntityProp} = wp.coreData;
  // WordPress 6.6 has moved it.
  const {PluginDocumentSettingPanel} = wp.editor?.PluginDocumentSettingPanel ? wp.editor : wp.editPost;

  /** All countries by their names in the language of the user. */
  function listCountries() {
    const language = document.documentElement.lang || 'en';
    const names = new Intl.DisplayNames([language, 'en'], {type: 'region'});
    const {compare} = new Intl.Collator([language, 'en']);
    return codes.map((value) => ({value, label: names.of(value)})).sort((a, b) => compare(a.label, b.label));
  }
  const countries = listCountries();

  /** A post may have a name that came from elsewhere, for example from an import. */
  const withOther = (value) => (value && !codes.includes(value) ? [{value, label: value}, ...countries] : countries);

  function Panel() {
    const postType = useSelect((select) => select('core/editor').getCurrentPostType(), []);
    const [meta, setMeta] = useEntityProp('postType', postType, 'meta');
    if (!meta || meta.gpb_city === undefined) return null;
    const set = (name) => (value) => setMeta({...meta, [name]: value ?? ''});
    return el(
      PluginDocumentSettingPanel,
      {name: 'good-practice', title: texts.title},
      el('p', null, texts.help),
      el(TextControl, {label: texts.city, value: meta.gpb_city, onChange: set('gpb_city')}),
      el(ComboboxControl, {
        label: texts.country,
        value: meta.gpb_country,
        options: withOther(meta.gpb_country),
        onChange: set('gpb_country'),
      }),
      el(TextControl, {
        label: texts.period,
        help: texts.periodHelp,
        value: meta.gpb_period,
        onChange: set('gpb_period'),
      }),
    );
  }

  wp.plugins.registerPlugin('good-practice-browser', {render: Panel});
})(window.wp, window.goodPracticeBrowserFields);
