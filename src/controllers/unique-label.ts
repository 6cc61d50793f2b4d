import type {ReactiveController, ReactiveControllerHost} from 'lit';

const controllers = new Set<UniqueLabelController>();

/** A name for the landmarks of an element that no other of its kind on the page has: the second of the same name becomes “name 2”. */
export class UniqueLabelController implements ReactiveController {
  private name = '';

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    controllers.add(this);
  }

  hostDisconnected(): void {
    controllers.delete(this);
  }

  /** The name to show for the one that is wanted. */
  distinct(wanted: string): string {
    const taken = new Set([...controllers].filter((other) => other !== this).map(({name}) => name));
    this.name = wanted;
    for (let n = 2; taken.has(this.name); n++) this.name = `${wanted} ${n}`;
    return this.name;
  }
}
