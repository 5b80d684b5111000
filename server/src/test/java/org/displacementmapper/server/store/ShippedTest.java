package org.displacementmapper.server.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.displacementmapper.incident.Incident;
import org.junit.jupiter.api.Test;

class ShippedTest {

  @Test
  void thePackHoldsExactlyWhatTheFilesSay() throws IOException {
    List<Incident> parsed = Shipped.parseIncidents();
    byte[] pack = IncidentPack.write(parsed);
    assertEquals(parsed, IncidentPack.read(pack));
    try (InputStream built = Shipped.class.getResourceAsStream(Shipped.PACK)) {
      assertNotNull(built, "the build makes " + Shipped.PACK);
      assertArrayEquals(pack, built.readAllBytes());
    }
  }

  @Test
  void namesTheSameDataByTheSameFingerprint() {
    assertEquals(Shipped.read().fingerprint(), Shipped.read().fingerprint());
  }
}
