package org.displacementmapper.server.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * What was made of the dataset versions that were asked for last, a few of them, so that the memory
 * of all others is free again. Each is made once, however many ask at the same time; what failed is
 * tried again. Safe for use by many threads.
 */
public final class RecentVersions<T> {

  /** The current version and two older ones. */
  public static final int KEPT = 3;

  private final int most;
  private final Map<String, FutureTask<T>> made = new LinkedHashMap<>(8, 0.75f, true);

  public RecentVersions() {
    this(KEPT);
  }

  RecentVersions(int most) {
    this.most = most;
  }

  /**
   * @param make asked if nothing is kept of the version; whoever asks meanwhile waits for it
   */
  public T get(String version, Function<String, T> make) {
    FutureTask<T> task = new FutureTask<>(() -> make.apply(version));
    FutureTask<T> known = putIfAbsent(version, task);
    if (known == null) {
      task.run();
    }
    try {
      return (known == null ? task : known).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while version " + version + " was read", e);
    } catch (ExecutionException e) {
      forget(version, known == null ? task : known);
      if (e.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Forgets what is made; what is being made is kept. */
  public synchronized void clear() {
    made.values().removeIf(FutureTask::isDone);
  }

  /** What is kept and has been made, in no order. */
  synchronized List<T> made() {
    List<T> values = new ArrayList<>();
    for (FutureTask<T> task : made.values()) {
      if (task.isDone()) {
        value(task).ifPresent(values::add);
      }
    }
    return values;
  }

  private static <T> Optional<T> value(FutureTask<T> done) {
    try {
      return Optional.of(done.get());
    } catch (InterruptedException | ExecutionException failed) {
      return Optional.empty();
    }
  }

  private synchronized FutureTask<T> putIfAbsent(String version, FutureTask<T> task) {
    FutureTask<T> known = made.get(version);
    if (known == null) {
      made.put(version, task);
      if (made.size() > most) {
        made.remove(made.keySet().iterator().next());
      }
    }
    return known;
  }

  private synchronized void forget(String version, FutureTask<T> failed) {
    made.remove(version, failed);
  }
}
