// What people do in the pages of WordPress itself: log in, install a plugin, write with the block editor.
/** Milliseconds for what never comes. WordPress may be slow: the PHP of npm answers one request after the other. */
const PATIENCE = 180_000;

/** The editor has opened once its content is there, perhaps in a frame. */
const waitForEditor = (page) => page.locator('iframe[name="editor-canvas"], .editor-styles-wrapper').first().waitFor();

/** The editor of a page or post. */
function createEditor(page) {
  // Since WordPress 6.2, themes of blocks have their content in a frame.
  const frame = page.frameLocator('iframe[name="editor-canvas"]');
  const canvas = async () => ((await page.locator('iframe[name="editor-canvas"]').count()) ? frame : page);
  const sidebar = page.getByRole('region', {name: /editor settings/i});
  return {
    page,
    /** What holds the blocks. */
    canvas,
    sidebar,
    async writeTitle(title) {
      await (await canvas()).getByRole('textbox', {name: 'Add title'}).fill(title);
    },
    /** Adds a block as people do who do not know where it is: they search for it. */
    async addBlock(name) {
      await page.getByRole('button', {name: 'Toggle block inserter'}).click();
      await page.getByRole('searchbox', {name: /^Search/}).fill(name);
      // The name of the option may begin with the character of its picture.
      await page.getByRole('option', {name}).first().click();
      await page.getByRole('button', {name: 'Toggle block inserter'}).click();
    },
    /** Opens the sidebar, if it is not open. */
    async openSettings() {
      const button = page
        .getByRole('region', {name: 'Editor top bar'})
        .getByRole('button', {name: 'Settings', exact: true});
      if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
    },
    /** Sets an option of the block that is selected. */
    async chooseFromSidebar(label, value) {
      await this.openSettings();
      await sidebar.getByRole('combobox', {name: label, exact: true}).selectOption(value);
    },
    /** @returns {Promise<string>} address of the published page */
    async publish() {
      const bar = page.getByRole('region', {name: 'Editor top bar'});
      await bar.getByRole('button', {name: 'Publish', exact: true}).click();
      const panel = page.getByRole('region', {name: 'Editor publish'});
      await panel.getByRole('button', {name: 'Publish', exact: true}).click();
      const link = panel.getByRole('link', {name: /^View (?:Post|Page)$/i}).first();
      return link.getAttribute('href');
    },
    /** Opens the saved post again. WordPress says “invalid content” if a block is not what it saved. */
    async reload() {
      await page.reload();
      await waitForEditor(page);
      await (await canvas()).locator('.wp-block-post-title, .editor-post-title__input').first().waitFor();
    },
  };
}

/**
 * Logs in.
 * @param {import('playwright-core').Browser} browser
 * @param {string} origin of the site
 * @param {{name: string, password: string}} user
 */
export async function logIn(browser, origin, {name, password}, context = {}) {
  const page = await (await browser.newContext({viewport: {width: 1280, height: 900}, ...context})).newPage();
  page.setDefaultTimeout(PATIENCE);
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${origin}/wp-login.php`);
  await page.locator('#user_login').fill(name);
  await page.locator('#user_pass').fill(password);
  await page.locator('#wp-submit').click();
  await page.waitForURL('**/wp-admin/**');
  const editor = async () => {
    await waitForEditor(page);
    return createEditor(page);
  };
  const open = (path) => page.goto(`${origin}/wp-admin/${path}`);
  /** Plugins → Add New → Upload Plugin */
  async function chooseZip(file) {
    await open('plugin-install.php');
    const upload = page
      .getByRole('link', {name: 'Upload Plugin'})
      .or(page.getByRole('button', {name: 'Upload Plugin'}));
    await upload.first().click();
    await page.locator('#pluginzip').setInputFiles(file);
  }
  async function uploadPlugin(file) {
    await chooseZip(file);
    await page.getByRole('button', {name: 'Install Now'}).click();
  }
  // WordPress offers patterns for an empty page.
  const offer = page.getByRole('dialog', {name: 'Choose a pattern'});
  await page.addLocatorHandler(offer, () => offer.getByRole('button', {name: 'Close'}).click());
  return {
    page,
    /** What the scripts of the pages threw. */
    errors,
    open,
    chooseZip,
    uploadPlugin,
    /** Installs a plugin and activates it. */
    async installPlugin(file) {
      await uploadPlugin(file);
      await page.getByRole('link', {name: 'Activate Plugin'}).click();
      await page.getByText('Plugin activated.').waitFor();
    },
    /** The block editor that is opening. */
    editor,
    /** @param {'post' | 'page'} type @returns the block editor with a new post or page */
    async write(type) {
      await open(`post-new.php?post_type=${type}`);
      return editor();
    },
    close: () => page.context().close(),
  };
}
