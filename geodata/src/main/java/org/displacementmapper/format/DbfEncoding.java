package org.displacementmapper.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which characters the bytes of a .dbf file are: what its .cpg file says, else its language byte,
 * else UTF-8 as long as the bytes are that, and Windows' western European where they are not. Not
 * thread-safe.
 */
final class DbfEncoding {

  private static final Pattern NUMBERED =
      Pattern.compile("(?:ANSI|OEM|CP|WINDOWS|IBM|LDID/|DOS)?[ _-]?(\\d{2,5})");
  private static final Pattern ISO = Pattern.compile("(?:ISO[ _-]?)?8859[ _-]?(\\d{1,2})");

  /** Language byte to code page, after the list in dBASE and ESRI's documentation. */
  private static final Map<Integer, String> BY_LANGUAGE_BYTE =
      Map.ofEntries(
          Map.entry(0x01, "437"),
          Map.entry(0x02, "850"),
          Map.entry(0x03, "1252"),
          Map.entry(0x13, "932"),
          Map.entry(0x4D, "936"),
          Map.entry(0x4E, "949"),
          Map.entry(0x4F, "950"),
          Map.entry(0x50, "874"),
          Map.entry(0x57, "1252"),
          Map.entry(0x58, "1252"),
          Map.entry(0x59, "1252"),
          Map.entry(0x7C, "874"),
          Map.entry(0x65, "866"),
          Map.entry(0xC8, "1250"),
          Map.entry(0xC9, "1251"),
          Map.entry(0xCA, "1254"),
          Map.entry(0xCB, "1253"));

  /** Null where nothing tells it. */
  private final Charset stated;

  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private boolean guessed;

  private DbfEncoding(Charset stated) {
    this.stated = stated;
  }

  /**
   * @param cpg content of the .cpg file, if there is one
   * @throws IllegalArgumentException if it names an encoding that is not known
   */
  static DbfEncoding of(Optional<String> cpg, int languageByte) {
    if (cpg.isPresent()) {
      return new DbfEncoding(named(cpg.get().lines().findFirst().orElse("").strip()));
    }
    String codePage = BY_LANGUAGE_BYTE.get(languageByte);
    return new DbfEncoding(codePage == null ? null : page(codePage).orElse(null));
  }

  private static Charset named(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (upper.matches("UTF[ _-]?8|65001|CP65001")) {
      return StandardCharsets.UTF_8;
    }
    Matcher iso = ISO.matcher(upper);
    Optional<Charset> found;
    if (iso.matches()) {
      // Western European Windows is ISO 8859-1 with more characters, and is what is meant.
      found = iso.group(1).equals("1") ? page("1252") : find("ISO-8859-" + iso.group(1));
    } else {
      Matcher numbered = NUMBERED.matcher(upper);
      found = numbered.matches() ? page(numbered.group(1)) : find(name);
    }
    return found.orElseThrow(
        () ->
            new IllegalArgumentException(
                "the .cpg file names an unknown encoding, \""
                    + (name.length() > 40 ? name.substring(0, 40) + "…" : name)
                    + "\": write UTF-8 or what the .dbf file is in"));
  }

  private static Optional<Charset> page(String number) {
    return find("windows-" + number)
        .or(() -> find("x-windows-" + number))
        .or(() -> find("IBM" + number))
        .or(() -> find("x-IBM" + number))
        .or(() -> find("CP" + number));
  }

  private static Optional<Charset> find(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String text(byte[] bytes, int start, int length) {
    if (stated != null) {
      return new String(bytes, start, length, stated);
    }
    try {
      return utf8.decode(ByteBuffer.wrap(bytes, start, length)).toString();
    } catch (CharacterCodingException e) {
      guessed = true;
      return new String(bytes, start, length, page("1252").orElse(StandardCharsets.ISO_8859_1));
    }
  }

  /** Whether a text was read as western European because it was no UTF-8 and nothing told more. */
  boolean isGuessed() {
    return guessed;
  }
}
