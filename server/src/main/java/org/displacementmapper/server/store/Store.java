package org.displacementmapper.server.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.displacementmapper.dataset.Contents;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.dataset.PublicationPolicy;
import org.displacementmapper.dataset.Version;
import org.displacementmapper.spool.Spool;
import org.displacementmapper.validation.ValidationReport;

/**
 * Keeps the current dataset and every version before it in a folder, for ever:
 *
 * <pre>
 * current             the name of the current version
 * versions/NAME.json  its manifest: number, date, the version before, hashes of its parts
 * objects/HASH.gz     a part or a validation, shared by the versions that have it
 * lock                held while a version is made
 * </pre>
 *
 * A version is written whole before {@code current} names it, by one atomic rename; a crash at any
 * moment leaves the version before, and what it left unnamed goes with the next import. Before the
 * first import the shipped data are version 1 and nothing is written. Safe for use by many threads,
 * and by several processes at once.
 */
public final class Store {

  /** Part of every version's hash: a change of the method makes new numbers, so a new version. */
  private static final String MODEL = "displacement-mapper 0.1, method 1";

  /** Beside the current version. */
  private static final int OLD_VERSIONS_IN_MEMORY = RecentVersions.KEPT - 1;

  /** What lies on the disk, as last seen. */
  private record Loaded(String name, Dataset dataset) {}

  private final Path folder;
  private final Objects objects;
  private final History history;
  private final ContentsCodec codec;
  private final Spool spool;
  private final Supplier<Shipped> shipped;
  private final PublicationPolicy policy;
  private final AtomicReference<Loaded> loaded = new AtomicReference<>();
  private final RecentVersions<Dataset> old = new RecentVersions<>(OLD_VERSIONS_IN_MEMORY);
  private final Lock readingOld = new ReentrantLock();
  private final List<Runnable> forgetting = new CopyOnWriteArrayList<>();
  private final Room room;
  private final ToldCounts told;

  private Store(
      Path folder,
      Supplier<Shipped> shipped,
      PublicationPolicy policy,
      long memoryBytes,
      Room room) {
    this.folder = folder;
    this.room = room;
    this.spool = new Spool(folder, memoryBytes);
    this.codec = new ContentsCodec(spool);
    this.objects = new Objects(folder.resolve("objects"));
    this.told = new ToldCounts(objects);
    this.history = new History(folder.resolve("versions"));
    this.shipped = shipped;
    this.policy = policy;
  }

  /**
   * Opens the folder, making it if it is missing.
   *
   * @param policy what of the data is told; it is no part of a version
   * @throws StoreException if it cannot be written or what lies in it is damaged
   */
  public static Store open(Path folder, Shipped shipped, PublicationPolicy policy) {
    return open(folder, shipped, policy, Spool.MEMORY_BYTES);
  }

  /**
   * @param memoryBytes of incidents that are kept in the memory, about; if they are more, they are
   *     read from the disk whenever they are gone through
   */
  public static Store open(
      Path folder, Shipped shipped, PublicationPolicy policy, long memoryBytes) {
    Room room = new Room(Runtime.getRuntime().maxMemory());
    Store store = openUnread(folder, () -> shipped, policy, memoryBytes, room);
    store.current();
    return store;
  }

  /**
   * As {@link #open}, but nothing is read before it is asked for, and all incidents are kept in the
   * memory, as a server needs them.
   *
   * @param shipped asked once at the most for each version that is loaded
   */
  public static Store openUnread(Path folder, Supplier<Shipped> shipped, PublicationPolicy policy) {
    return openUnread(folder, shipped, policy, new Room(Runtime.getRuntime().maxMemory()));
  }

  /** The same in a heap of another size. */
  static Store openUnread(
      Path folder, Supplier<Shipped> shipped, PublicationPolicy policy, Room room) {
    return openUnread(folder, shipped, policy, Long.MAX_VALUE, room);
  }

  private static Store openUnread(
      Path folder,
      Supplier<Shipped> shipped,
      PublicationPolicy policy,
      long memoryBytes,
      Room room) {
    try {
      Files.createDirectories(folder.resolve("versions"));
      Files.createDirectories(folder.resolve("objects"));
      Files.deleteIfExists(Files.createTempFile(folder, "check-", ".part"));
    } catch (IOException | UnsupportedOperationException e) {
      throw new StoreException(
          "The data folder "
              + folder
              + " cannot be written ("
              + reason(e)
              + "); name another with --data.",
          e);
    }
    return new Store(folder, shipped, policy, memoryBytes, room);
  }

  /** Takes incidents that are too many for the memory; in the data folder, which has room. */
  public Spool spool() {
    return spool;
  }

  /** The current dataset; a version that another process has made meanwhile is loaded first. */
  public Dataset current() {
    String name = currentName();
    Loaded seen = loaded.get();
    if (seen == null || !seen.name().equals(name)) {
      synchronized (this) {
        seen = loaded.get();
        if (seen == null || !seen.name().equals(name)) {
          seen = new Loaded(name, load(name));
          loaded.set(seen);
        }
      }
    }
    return seen.dataset();
  }

  /**
   * A version that is kept, as it was, told under the policy of today and no finer than its rows
   * are told today.
   *
   * @param asked its name or its number
   * @return empty if no version of that name ever was current here
   * @throws DamagedVersionException if it was kept and cannot be read
   * @throws NoRoomException if the memory is too small for it beside the current one
   */
  public Optional<Dataset> find(String asked) {
    Dataset now = current();
    return kept().stream()
        .map(KeptVersion::name)
        .filter(name -> name.equals(asked) || String.valueOf(History.number(name)).equals(asked))
        .findFirst()
        .map(
            name ->
                name.equals(now.version().toString())
                    ? now
                    : old.get(name + " beside " + now.version(), missing -> loadOld(name, now)));
  }

  /** All versions that are kept, newest first: the current one and those before it. */
  public List<KeptVersion> kept() {
    Version now = current().version();
    return history.upTo(now.toString()).stream().map(KeptVersion::of).toList();
  }

  /**
   * How many incidents of a kept version are told today.
   *
   * @return empty if its manifest cannot be read, or there are too many rows to say it at once
   */
  public OptionalLong findTold(String name) {
    Dataset now = current();
    return history.upTo(now.version().toString()).stream()
        .filter(entry -> entry.name().equals(name))
        .flatMap(entry -> entry.manifest().stream())
        .map(manifest -> told.find(manifest, now))
        .findFirst()
        .orElse(OptionalLong.empty());
  }

  /**
   * @param forget called when the memory is needed for another version: to forget what was made of
   *     those asked for before
   */
  public void whenRoomIsNeeded(Runnable forget) {
    forgetting.add(forget);
  }

  /** One at a time, so that the memory it takes is bounded. */
  private Dataset loadOld(String name, Dataset now) {
    readingOld.lock();
    try {
      return load(
          name,
          incidents(now),
          (version, contents) -> Dataset.of(version, contents, now.basemap(), policy, now));
    } catch (OutOfMemoryError e) {
      throw new NoRoomException(name, room.usedUp(name)); // what was read is garbage by now
    } catch (NoRoomException e) {
      throw e;
    } catch (StoreException e) {
      if (History.number(name) == 1) {
        Shipped first = shipped.get();
        Version version = firstVersion(first);
        if (version.toString().equals(name)) {
          return Dataset.of(version, first.contents(), first.basemap(), policy, now);
        }
      }
      throw new DamagedVersionException(name, e);
    } finally {
      readingOld.unlock();
    }
  }

  /**
   * Makes a new version of the current contents and swaps it in. Other writers wait. If the change
   * gives the contents unchanged, or throws, nothing happens.
   *
   * @param imported kind of data that change, a word
   */
  public synchronized Dataset replace(String imported, UnaryOperator<Contents> change) {
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      // Other processes wait here; closing the channel lets the next one go on.
      channel.lock();
      for (Path inside : List.of(folder, folder.resolve("versions"), folder.resolve("objects"))) {
        Objects.deleteUnnamed(inside);
      }
      Dataset before = current();
      Contents contents = change.apply(before.contents());
      if (contents.equals(before.contents())) {
        return before;
      }
      return write(before, imported, contents);
    } catch (IOException e) {
      throw new StoreException(
          "The data folder "
              + folder
              + " cannot be written ("
              + reason(e)
              + "). Nothing was changed.",
          e);
    }
  }

  /** All that takes long comes before anything has a name. */
  private Dataset write(Dataset before, String imported, Contents contents) throws IOException {
    try (VersionDraft draft = new VersionDraft(objects, codec.encode(contents))) {
      Version version = version(before.version().number() + 1, LocalDate.now(), draft.hashes());
      Dataset after = Dataset.of(version, contents, before.basemap(), policy);
      draft.complete(
          Manifest.of(version, before.version().toString(), imported, contents),
          ValidationCodec.validate(after));
      try (VersionDraft first = draftFirst(before)) {
        if (before.version().number() == 1) {
          first.keep(manifest(before.version().toString()));
        }
        draft.keep(manifest(version.toString()));
      }
      Objects.writeWhole(
          folder.resolve("current"), version.toString().getBytes(StandardCharsets.UTF_8));
      loaded.set(new Loaded(version.toString(), after));
      return after;
    }
  }

  /** The shipped data are written when they are no longer the newest; else this is empty. */
  private VersionDraft draftFirst(Dataset before) throws IOException {
    if (before.version().number() > 1) {
      return new VersionDraft(objects, Map.of());
    }
    VersionDraft first = new VersionDraft(objects, codec.encode(before.contents()));
    first.complete(Manifest.of(before.version(), "", "", before.contents()), validations(before));
    return first;
  }

  /**
   * How the models did on that version with the incidents of one source, as it was found when the
   * version was made.
   *
   * @return empty if nothing was stored
   */
  public Optional<ValidationReport> findValidation(Version version, String source) {
    Path manifest = manifest(version.toString());
    if (!Files.exists(manifest)) {
      return ShippedValidation.find(version, source);
    }
    try {
      Optional<String> hash = Manifest.read(manifest).validation(source);
      return hash.isEmpty()
          ? Optional.empty()
          : Optional.of(ValidationCodec.decode(objects.read(hash.get())));
    } catch (IOException e) {
      throw corrupt(manifest, e);
    }
  }

  /** What was stored of the shipped data, or made now if nothing was. */
  private Map<String, ValidationReport> validations(Dataset dataset) {
    Map<String, ValidationReport> stored = new LinkedHashMap<>();
    for (String source : dataset.sources()) {
      findValidation(dataset.version(), source).ifPresent(report -> stored.put(source, report));
    }
    return stored.size() == dataset.sources().size() ? stored : ValidationCodec.validate(dataset);
  }

  /** The shipped data as a dataset. */
  static Dataset firstVersion(Shipped first, PublicationPolicy policy) {
    return Dataset.of(firstVersion(first), first.contents(), first.basemap(), policy);
  }

  private static Version firstVersion(Shipped first) {
    return version(1, first.published(), first.fingerprint());
  }

  /** The name in the file {@code current}, or an empty text before the first import. */
  private String currentName() {
    Path file = folder.resolve("current");
    try {
      return Files.exists(file) ? Files.readString(file).strip() : "";
    } catch (IOException e) {
      throw corrupt(file, e);
    }
  }

  private Dataset load(String name) {
    return name.isEmpty()
        ? firstVersion(shipped.get(), policy)
        : load(
            name,
            0,
            (version, contents) -> Dataset.of(version, contents, shipped.get().basemap(), policy));
  }

  /**
   * @param beside how many incidents stay in the memory whatever is forgotten
   */
  private Dataset load(String name, long beside, BiFunction<Version, Contents, Dataset> told) {
    try {
      Manifest manifest = Manifest.read(manifest(name));
      makeRoom(manifest, beside);
      return told.apply(manifest.version(), codec.decode(manifest.parts(), objects));
    } catch (IOException | RuntimeException e) {
      if (e instanceof StoreException known) {
        throw known;
      }
      throw corrupt(manifest(name), e);
    }
  }

  /**
   * Only where all incidents are to be in the memory: said at once, not after minutes of reading.
   * Old versions that are held give way.
   */
  private void makeRoom(Manifest manifest, long beside) {
    if (spool.memoryBytes() < Long.MAX_VALUE) {
      return;
    }
    long count = manifest.incidents().values().stream().mapToLong(Long::longValue).sum();
    if (!room.holds(beside + count)) {
      throw new NoRoomException(
          manifest.version().toString(), room.tooSmall(manifest.version(), count, beside));
    }
    long held = old.made().stream().mapToLong(Store::incidents).sum();
    if (!room.holds(beside + held + count)) {
      old.clear();
      forgetting.forEach(Runnable::run);
    }
  }

  private static long incidents(Dataset dataset) {
    return dataset.contents().incidents().size();
  }

  private Path manifest(String name) {
    return folder.resolve("versions").resolve(name + ".json");
  }

  /**
   * @param content names and hashes of all that it was made of
   */
  private static Version version(int number, LocalDate created, String content) {
    String text = MODEL + '\n' + created + '\n' + content;
    String hash = Objects.sha256(text.getBytes(StandardCharsets.UTF_8));
    return new Version(number, hash.substring(0, 12), created);
  }

  private static StoreException corrupt(Path file, Exception cause) {
    return new StoreException(
        "The data folder is corrupt: "
            + file
            + " is missing or damaged; restore it from a backup, or name another folder with"
            + " --data.",
        cause);
  }

  private static String reason(Exception e) {
    return e instanceof java.nio.file.AccessDeniedException
        ? "access denied"
        : e instanceof java.nio.file.FileAlreadyExistsException
            ? "it is not a folder"
            : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
