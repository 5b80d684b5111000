package org.displacementmapper.server.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeapRoomTest {

  /** A heap of 1,000 MB of which so much is taken before a collection and so much after it. */
  private static HeapRoom room(long before, long after, int[] collections) {
    return new HeapRoom(
        new HeapRoom.Heap() {
          @Override
          public long used() {
            return (collections[0] == 0 ? before : after) << 20;
          }

          @Override
          public long most() {
            return 1_000L << 20;
          }

          @Override
          public void collect() {
            collections[0]++;
          }
        });
  }

  @Test
  void collectsOnlyWhenTheHeapIsNearlyFull() {
    int[] collections = new int[1];
    assertEquals(Optional.empty(), room(799, 0, collections).findRefusal(10, false));
    assertEquals(0, collections[0]);
    assertEquals(Optional.empty(), room(900, 599, collections).findRefusal(10, false));
    assertEquals(1, collections[0]);
  }

  @Test
  void refusesRowsThatLeaveTooLittleForTheirJoin() {
    String refusal = room(900, 650, new int[1]).findRefusal(1_300_000, false).orElseThrow();
    assertTrue(refusal.contains("1,300,000 rows take 650 of 1,000 MB"), refusal);
    assertTrue(refusal.contains("Nothing was changed"), refusal);
  }

  @Test
  void leavesMoreWhereLevelsAreToBeDissolved() {
    assertEquals(Optional.empty(), room(499, 400, new int[1]).findRefusal(100, true));
    assertEquals(Optional.empty(), room(600, 299, new int[1]).findRefusal(100, true));
    String refusal = room(600, 301, new int[1]).findRefusal(100, true).orElseThrow();
    assertTrue(refusal.contains("100 rows take 301 of 1,000 MB"), refusal);
  }
}
