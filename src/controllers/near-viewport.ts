import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** A widget less than one screen below or above what the visitor sees is near. */
const MARGIN = '100% 0px';

/** Whether an element has come near the viewport. What was near once stays so. */
export class NearViewportController implements ReactiveController {
  isNear = false;
  private readonly observer = new IntersectionObserver((entries) => this.handle(entries), {rootMargin: MARGIN});

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected(): void {
    if (!this.isNear) this.observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
  }

  private handle(entries: readonly IntersectionObserverEntry[]): void {
    if (!entries.some(({isIntersecting}) => isIntersecting)) return;
    this.isNear = true;
    this.observer.disconnect();
    this.host.requestUpdate();
  }
}
