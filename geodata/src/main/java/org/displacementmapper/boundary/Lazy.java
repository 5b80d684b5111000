package org.displacementmapper.boundary;

import java.util.function.Supplier;

/** A value that is made once, when first asked for, by whichever thread asks first. */
final class Lazy<T> {

  private final Supplier<T> maker;
  private volatile T value;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  T get() {
    T made = value;
    if (made == null) {
      synchronized (this) {
        made = value;
        if (made == null) {
          made = maker.get();
          value = made;
        }
      }
    }
    return made;
  }
}
