package org.displacementmapper.server.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parts of a version that is being made: they lie on the disk, so that their hashes name the
 * version, and become objects only when all else has gone well.
 */
final class PartDrafts implements Closeable {

  private final Map<String, Objects.Draft> drafts = new LinkedHashMap<>();

  PartDrafts(Objects objects, Map<String, Objects.Content> parts) throws IOException {
    try {
      for (Map.Entry<String, Objects.Content> part : parts.entrySet()) {
        drafts.put(part.getKey(), objects.draft(part.getValue()));
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Names and hashes, a line for each part. */
  String hashes() {
    StringBuilder hashes = new StringBuilder();
    drafts.forEach(
        (part, draft) -> hashes.append(part).append(' ').append(draft.hash()).append('\n'));
    return hashes.toString();
  }

  /** Makes them objects; their hashes by part. */
  Map<String, String> keep() throws IOException {
    Map<String, String> hashes = new LinkedHashMap<>();
    for (Map.Entry<String, Objects.Draft> draft : drafts.entrySet()) {
      hashes.put(draft.getKey(), draft.getValue().keep());
    }
    return hashes;
  }

  @Override
  public void close() throws IOException {
    for (Objects.Draft draft : drafts.values()) {
      draft.close();
    }
  }
}
