import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** A widget less than one screen below or above what the visitor sees is near. */
const ROOT_MARGIN = '100% 0px';

/** Whether an element has come near the viewport. What was near once stays so. */
export class NearViewportController implements ReactiveController {
  /** True in browsers that cannot tell. */
  isNear = !('IntersectionObserver' in globalThis);
  private observer: IntersectionObserver | undefined;

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected(): void {
    if (this.isNear) return;
    this.observer = new IntersectionObserver((entries) => this.handle(entries), {rootMargin: ROOT_MARGIN});
    this.observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
  }

  private handle(entries: readonly IntersectionObserverEntry[]): void {
    if (!entries.some(({isIntersecting}) => isIntersecting)) return;
    this.assumeNear();
  }

  /** The page asks for what waits. */
  assumeNear(): void {
    if (this.isNear) return;
    this.isNear = true;
    this.observer?.disconnect();
    this.host.requestUpdate();
  }
}
