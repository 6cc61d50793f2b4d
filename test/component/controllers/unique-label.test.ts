import {expect} from '@open-wc/testing';
import {LitElement} from 'lit';
import {UniqueLabelController} from '../../../src/controllers/unique-label.js';

class LabelledElement extends LitElement {
  wanted = '';
  readonly uniqueLabel = new UniqueLabelController(this, () => this.wanted);
}
customElements.define('labelled-element', LabelledElement);

/** An element on the page, after its first update. */
async function place(wanted: string): Promise<LabelledElement> {
  const element = new LabelledElement();
  element.wanted = wanted;
  document.body.append(element);
  await element.updateComplete;
  return element;
}

const labels = (...elements: LabelledElement[]) => elements.map(({uniqueLabel}) => uniqueLabel.label);

async function update(element: LabelledElement): Promise<void> {
  element.requestUpdate();
  await element.updateComplete;
}

describe('UniqueLabelController', () => {
  afterEach(() => document.querySelectorAll('labelled-element').forEach((element) => element.remove()));

  it('numbers the elements that want the same name, in the order in which they come', async () => {
    const elements = [
      await place('Practices'),
      await place('Practices'),
      await place('Other'),
      await place('Practices'),
    ];
    expect(labels(...elements)).to.deep.equal(['Practices', 'Practices 2', 'Other', 'Practices 3']);
  });

  it('leaves each element its name when another is drawn again', async () => {
    const [first, second] = [await place('Practices'), await place('Practices')];
    await update(first);
    await update(second);
    expect(labels(first, second)).to.deep.equal(['Practices', 'Practices 2']);
  });

  it('takes no name for an element that has nothing to name yet', async () => {
    const elements = [await place(''), await place('')];
    expect(labels(...elements)).to.deep.equal(['', '']);
    elements[1]!.wanted = 'Practices';
    await update(elements[1]!);
    expect(labels(...elements)).to.deep.equal(['', 'Practices']);
  });

  it('gives the name of a removed element to the next that wants it', async () => {
    const first = await place('Practices');
    first.remove();
    expect(labels(await place('Practices'))).to.deep.equal(['Practices']);
  });

  it('is not changed by reading it', async () => {
    const first = await place('Practices');
    first.wanted = 'Other';
    expect(labels(first, first)).to.deep.equal(['Practices', 'Practices']);
    expect(labels(await place('Practices'))).to.deep.equal(['Practices 2']);
  });
});
