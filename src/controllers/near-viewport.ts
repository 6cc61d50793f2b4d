import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** An element is near if it is less than one screen below or above the viewport. */
const ROOT_MARGIN = '100% 0px';

/** Whether an element has ever been near the viewport. */
export class NearViewportController implements ReactiveController {
  /** True from the start in browsers without IntersectionObserver. */
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

  /** Treats the element as near, because the page asks for its content. */
  assumeNear(): void {
    if (this.isNear) return;
    this.isNear = true;
    this.observer?.disconnect();
    this.host.requestUpdate();
  }
}
