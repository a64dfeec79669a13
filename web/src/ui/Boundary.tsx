import { Component } from 'react';
import type { ReactNode } from 'react';
import { LoadFailed } from './States';

/** Shows a failed page instead of an empty window when a page's code cannot be loaded or breaks. */
export class Boundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === undefined ? (
      this.props.children
    ) : (
      <LoadFailed error={this.state.error} retry={() => window.location.reload()} />
    );
  }
}
