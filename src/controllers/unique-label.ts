import type {ReactiveController, ReactiveControllerHost} from 'lit';

const controllers = new Set<UniqueLabelController>();

/**
 * A name for the landmarks of an element that no other element of its kind on the page has. The
 * second element that wants “Name” gets “Name 2”.
 */
export class UniqueLabelController implements ReactiveController {
  /** The name as of the last update; `''` if none is wanted. */
  label = '';

  constructor(
    private readonly host: ReactiveControllerHost,
    /**
     * The name to make unique, asked for before each update; `''` while there is nothing to name.
     */
    private readonly wanted: () => string,
  ) {
    host.addController(this);
  }

  /** Whether the page has other elements of the kind. */
  get isOneOfSeveral(): boolean {
    return controllers.size > 1;
  }

  hostConnected(): void {
    controllers.add(this);
    this.updateOthers();
  }

  hostDisconnected(): void {
    controllers.delete(this);
    this.updateOthers();
  }

  hostUpdate(): void {
    const wanted = this.wanted();
    const taken = new Set([...controllers].filter((other) => other !== this && other.label).map(({label}) => label));
    this.label = wanted;
    for (let n = 2; taken.has(this.label); n++) this.label = `${wanted} ${n}`;
  }

  /** They are alone no more, or again. */
  private updateOthers(): void {
    for (const other of controllers) if (other !== this) other.host.requestUpdate();
  }
}
