package org.displacementmapper.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.displacementmapper.boundary.PopulationGrid;
import org.displacementmapper.dataset.Contents;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.dataset.PublicationPolicy;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.validation.ValidationReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

  private static final Shipped SHIPPED = Shipped.read();

  @TempDir Path folder;

  @Test
  void theShippedDataAreVersion1AndWriteNothing() throws IOException {
    Dataset dataset = open().current();
    assertEquals(1, dataset.version().number());
    assertFalse(Files.exists(folder.resolve("current")));
    assertEquals(dataset.version(), open().current().version());
  }

  @Test
  void keepsWhatWasReplacedAcrossAStart() {
    Dataset after = open().replace("incidents", StoreTest::dropOne);
    assertEquals(2, after.version().number());
    Dataset again = open().current();
    assertEquals(after.version(), again.version());
    assertEquals(after.contents().incidents(), again.contents().incidents());
    assertEquals(after.contents().figures(), again.contents().figures());
    assertEquals(after.contents().population(), again.contents().population());
    for (int i = 0; i < 14; i++) {
      assertTrue(
          after
              .boundaries()
              .units(1)
              .get(i)
              .geometry()
              .equalsExact(again.boundaries().units(1).get(i).geometry()));
    }
  }

  @Test
  void keepsAGridOfPeopleAcrossAStart() {
    float[] people = {0, 1.5f, 250_000, Float.MIN_VALUE, 0, 3};
    PopulationGrid grid =
        new PopulationGrid("made up, 2020", "CC BY 4.0", 120, -7, 2_300, 3, people);
    Dataset after = open().replace("incidents", contents -> contents.withGrid(grid));
    assertEquals(2, after.version().number());
    assertEquals(Optional.of(grid), open().current().contents().grid());
    Dataset changed = open().replace("incidents", StoreTest::dropOne);
    assertEquals(Optional.of(grid), changed.contents().grid(), "an import of others leaves it");
  }

  @Test
  void versionsShareThePartsThatDidNotChange() throws IOException {
    open().replace("incidents", StoreTest::dropOne);
    try (Stream<Path> objects = Files.list(folder.resolve("objects"))) {
      assertEquals(
          8,
          objects.count(),
          "two of incidents, one of each other part; validations: one of UCDP, two of the list");
    }
    try (Stream<Path> versions = Files.list(folder.resolve("versions"))) {
      assertEquals(2, versions.count(), "the version before is kept");
    }
  }

  @Test
  void aServerSaysAtOnceThatItsMemoryIsTooSmall() throws IOException {
    Store store = open();
    store.replace("incidents", StoreTest::dropOne);
    Path manifest = folder.resolve("versions").resolve(store.current().version() + ".json");
    String text = Files.readString(manifest);
    String many =
        text.replaceFirst("(\"incidents\" : \\{\\s+\"[^\"]+\" : )\\d+", "$1" + 90_000_000_000L);
    assertNotEquals(text, many);
    Files.writeString(manifest, many);
    Store serving = Store.openUnread(folder, () -> SHIPPED, PublicationPolicy.STANDARD);
    String message = assertThrows(StoreException.class, serving::current).getMessage();
    assertTrue(message.matches("The memory .* is too small for the 90,000,.* -Xmx.*"), message);
    // An import reads them one by one.
    assertEquals(2, open().current().version().number());
  }

  @Test
  void anOldVersionThatIsTooLargeIsNotToldAsDamaged() throws IOException {
    open().replace("incidents", StoreTest::dropHalf);
    Dataset second = open().current();
    open().replace("incidents", StoreTest::dropOne);
    Path manifest = folder.resolve("versions").resolve(second.version() + ".json");
    String text = Files.readString(manifest);
    Files.writeString(
        manifest,
        text.replaceFirst("(\"incidents\" : \\{\\s+\"[^\"]+\" : )\\d+", "$1" + 90_000_000_000L));
    Store serving = Store.openUnread(folder, () -> SHIPPED, PublicationPolicy.STANDARD);
    NoRoomException e = assertThrows(NoRoomException.class, () -> serving.find("2"));
    assertEquals(second.version().toString(), e.version());
    assertTrue(
        e.getMessage().matches("The memory .* for the 90,000,.* beside the .* newest.* -Xmx.*"),
        e.getMessage());
    assertEquals(1, serving.find("1").orElseThrow().version().number());
  }

  @Test
  void whatIsHeldIsCountedAndOldVersionsGiveWay() {
    Dataset first = open().current();
    open().replace("incidents", StoreTest::dropOne);
    open().replace("incidents", StoreTest::dropOne);
    Dataset newest = open().replace("incidents", StoreTest::dropOne);
    long each = first.contents().incidents().size() * 450L;
    // Each of them alone fits, and not two.
    Store small = serving(new Room(each * 3 / 2));
    assertEquals(newest.version(), small.current().version());
    NoRoomException e = assertThrows(NoRoomException.class, () -> small.find("3"));
    assertTrue(e.getMessage().contains("beside the"), e.getMessage());
    // Two fit, and not three.
    Store middle = serving(new Room(each * 3));
    int[] forgotten = new int[1];
    middle.whenRoomIsNeeded(() -> forgotten[0]++);
    Dataset third = middle.find("3").orElseThrow();
    assertSame(third, middle.find("3").orElseThrow());
    assertEquals(0, forgotten[0]);
    Dataset second = middle.find("2").orElseThrow();
    assertEquals(1, forgotten[0]);
    assertSame(second, middle.find("2").orElseThrow(), "what was being made is kept");
    assertNotSame(third, middle.find("3").orElseThrow());
    // All fit.
    Store large = serving(new Room(each * 10));
    Dataset kept = large.find("3").orElseThrow();
    large.find("2");
    assertSame(kept, large.find("3").orElseThrow());
  }

  private Store serving(Room room) {
    return Store.openUnread(folder, () -> SHIPPED, PublicationPolicy.STANDARD, room);
  }

  @Test
  void thePopulationHasOneOrderInEveryRun() throws IOException {
    open().replace("incidents", StoreTest::dropOne);
    Objects objects = new Objects(folder.resolve("objects"));
    Path manifest = folder.resolve("versions").resolve(open().current().version() + ".json");
    String text =
        new String(
            objects.read(Manifest.read(manifest).parts().get("population")),
            StandardCharsets.UTF_8);
    // A map of Java's own has another order in each run, so the same people had several hashes.
    assertTrue(text.matches("\\{\"asOf\":\"[0-9-]+\",\"people\":\\{[^}]+},\"source\":.*"), text);
  }

  @Test
  void eachVersionKeepsItsOwnValidation() {
    Dataset first = open().current();
    ValidationReport atFirst = ValidationReport.of(first.evidence("ucdp"));
    assertEquals(Optional.of(atFirst), open().findValidation(first.version(), "ucdp"));
    Dataset second = open().replace("incidents", StoreTest::dropHalf);
    ValidationReport later = ValidationReport.of(second.evidence("ucdp"));
    assertNotEquals(atFirst, later);
    // Nothing can be made anew here: the data cannot even be read.
    Store reopened =
        Store.openUnread(
            folder,
            () -> {
              throw new AssertionError("read the data");
            },
            PublicationPolicy.STANDARD);
    assertEquals(Optional.of(later), reopened.findValidation(second.version(), "ucdp"));
    assertEquals(Optional.of(atFirst), reopened.findValidation(first.version(), "ucdp"));
    assertEquals(Optional.empty(), reopened.findValidation(second.version(), "acled"));
  }

  @Test
  void aChangeThatFailsLeavesEverythingAsItWas() {
    Store store = open();
    String before = store.current().version().toString();
    assertThrows(
        IllegalStateException.class,
        () ->
            store.replace(
                "incidents",
                contents -> {
                  throw new IllegalStateException("no");
                }));
    assertEquals(before, store.current().version().toString());
    assertEquals(before, store.replace("incidents", contents -> contents).version().toString());
    assertFalse(Files.exists(folder.resolve("current")));
  }

  @Test
  void aCrashBeforeTheSwapLeavesTheVersionBefore() throws IOException {
    Dataset second = open().replace("incidents", StoreTest::dropOne);
    // What a crash leaves: a whole new version that nothing names, and half a file.
    Files.copy(
        folder.resolve("versions").resolve(second.version() + ".json"),
        folder.resolve("versions").resolve("3-000000000000.json"));
    Files.writeString(folder.resolve("objects").resolve("new-1.part"), "half");
    assertEquals(second.version(), open().current().version());
  }

  @Test
  void seesWhatAnotherProcessReplaced() {
    Store one = open();
    Store two = open();
    Dataset after = two.replace("incidents", StoreTest::dropOne);
    assertEquals(after.version(), one.current().version());
    Dataset later = one.replace("incidents", StoreTest::dropOne);
    assertEquals(3, later.version().number());
    assertEquals(later.version(), two.current().version());
    assertNotEquals(after.version(), later.version());
  }

  @Test
  void saysInOneSentenceThatThePartsAreDamaged() throws IOException {
    open().replace("incidents", StoreTest::dropOne);
    try (Stream<Path> objects = Files.list(folder.resolve("objects"))) {
      for (Path object : objects.toList()) {
        Files.write(object, new byte[] {1, 2, 3});
      }
    }
    StoreException e = assertThrows(StoreException.class, this::open);
    assertTrue(e.getMessage().startsWith("The data folder is corrupt: "), e.getMessage());
  }

  @Test
  void everyVersionThatWasCurrentIsFoundAndWhatACrashLeftIsNot() throws IOException {
    Dataset first = open().current();
    Dataset second = open().replace("incidents", StoreTest::dropOne);
    Files.copy(
        folder.resolve("versions").resolve(second.version() + ".json"),
        folder.resolve("versions").resolve("3-000000000000.json"));
    Dataset third = open().replace("incidents", StoreTest::dropOne);
    Store store = open();
    assertEquals(
        List.of(
            third.version().toString(), second.version().toString(), first.version().toString()),
        store.kept().stream().map(KeptVersion::name).toList());
    assertEquals(Optional.of("incidents"), store.kept().get(0).imported());
    assertEquals(third.version(), store.find("3").orElseThrow().version());
    assertEquals(
        second.contents().incidents(), store.find("2").orElseThrow().contents().incidents());
    assertSame(store.find("1").orElseThrow(), store.find(first.version().toString()).orElseThrow());
    assertEquals(Optional.empty(), store.find("3-000000000000"));
    assertEquals(Optional.empty(), store.find("4"));
  }

  @Test
  void aDamagedOldVersionIsNamedAndHarmsNoOther() throws IOException {
    open().replace("incidents", StoreTest::dropHalf);
    Dataset second = open().current();
    Dataset third = open().replace("incidents", StoreTest::dropOne);
    String manifest =
        Files.readString(folder.resolve("versions").resolve(second.version() + ".json"));
    String hash = manifest.replaceAll("(?s).*\"parts\".*?\"incidents\" : \"(\\w+)\".*", "$1");
    Path object = folder.resolve("objects").resolve(hash + ".gz");
    byte[] whole = Files.readAllBytes(object);
    Files.write(object, new byte[] {1, 2, 3});
    Store store = open();
    DamagedVersionException e = assertThrows(DamagedVersionException.class, () -> store.find("2"));
    assertEquals(second.version().toString(), e.version());
    assertEquals(third.version(), store.current().version());
    assertEquals(1, store.find("1").orElseThrow().version().number());
    Files.write(object, whole);
    assertEquals(second.version(), store.find("2").orElseThrow().version(), "restored by a backup");
  }

  @Test
  void theShippedVersionIsServedEvenIfItsFilesAreLost() throws IOException {
    Dataset first = open().current();
    open().replace("incidents", StoreTest::dropOne);
    Files.delete(folder.resolve("versions").resolve(first.version() + ".json"));
    assertEquals(first.version(), open().find("1").orElseThrow().version());
  }

  @Test
  void saysInOneSentenceThatTheNamedVersionIsMissing() throws IOException {
    Files.writeString(folder.resolve("current"), "7-aaaaaaaaaaaa");
    StoreException e = assertThrows(StoreException.class, this::open);
    assertTrue(e.getMessage().contains("7-aaaaaaaaaaaa"), e.getMessage());
  }

  private Store open() {
    return Store.open(folder, SHIPPED, PublicationPolicy.STANDARD);
  }

  private static Contents dropHalf(Contents contents) {
    List<Incident> incidents = contents.incidents();
    return contents.withIncidents(incidents.subList(0, incidents.size() / 2));
  }

  private static Contents dropOne(Contents contents) {
    List<Incident> incidents = contents.incidents();
    return contents.withIncidents(incidents.subList(1, incidents.size()));
  }
}
