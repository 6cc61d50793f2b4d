import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {painted} from '../platform/painted.js';

export interface FirstFrameInput {
  /** Whether there are results to draw. */
  isReady(): boolean;
  /**
   * Whether everything must be drawn at once, for example for a visitor who returns to a card far
   * down.
   */
  isUrgent(): boolean;
}

/**
 * Splits the first drawing of the results in two. The first frame has only what the visitor sees at
 * once, so that slow phones show it soon. The rest follows when the browser has painted.
 */
export class FirstFrameController implements ReactiveController {
  /** Whether everything is drawn from now on. */
  isOver = false;
  /** Settles when `isOver` becomes true; undefined until there are results. */
  over: Promise<void> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly input: FirstFrameInput,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.input.isReady() && !this.over && this.input.isUrgent()) this.isOver = true;
  }

  hostUpdated(): void {
    if (this.input.isReady() && !this.isOver) this.over ??= this.wait();
  }

  private async wait(): Promise<void> {
    await painted();
    this.isOver = true;
    this.host.requestUpdate();
  }
}
