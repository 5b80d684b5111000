package org.displacementmapper.server.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.displacementmapper.incident.AirAttack;
import org.displacementmapper.incident.Citation;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Period;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.incident.Toll;
import org.displacementmapper.incident.Where;

/**
 * Incidents as bytes that are read back in a few milliseconds: the shipped ones are parsed and
 * checked when the program is built, not at every start. Each text is written once and then named
 * by its number. Only for files that this build made; there is no promise between versions.
 */
final class IncidentPack {

  private static final int NONE = Integer.MIN_VALUE;

  private IncidentPack() {}

  static byte[] write(List<Incident> incidents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      Writer writer = new Writer(out);
      out.writeInt(incidents.size());
      for (Incident incident : incidents) {
        writer.incident(incident);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("incidents cannot be packed", e);
    }
    return bytes.toByteArray();
  }

  static List<Incident> read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Reader reader = new Reader(in);
      int size = in.readInt();
      List<Incident> incidents = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        incidents.add(reader.incident());
      }
      return incidents;
    } catch (IOException e) {
      throw new UncheckedIOException("the packed incidents are damaged; build again", e);
    }
  }

  private record Writer(DataOutputStream out, Map<String, Integer> texts) {

    Writer(DataOutputStream out) {
      this(out, new HashMap<>());
    }

    void incident(Incident incident) throws IOException {
      text(incident.source());
      text(incident.id());
      out.writeInt((int) incident.period().start().toEpochDay());
      out.writeInt((int) incident.period().end().toEpochDay());
      where(incident.where());
      text(incident.kind());
      out.writeByte(incident.air().ordinal());
      number(incident.killed().low());
      number(incident.killed().best());
      number(incident.killed().high());
      text(incident.citation().title());
      text(incident.citation().url());
      text(incident.licence());
    }

    private void where(Where where) throws IOException {
      out.writeDouble(where.hasPoint() ? where.lon() : Double.NaN);
      out.writeDouble(where.hasPoint() ? where.lat() : Double.NaN);
      out.writeByte(where.precision().ordinal());
      number(where.uncertaintyMetres());
      text(where.place());
      text(where.area());
      text(where.pcode());
      text(where.state());
      out.writeBoolean(where.line());
    }

    private void number(Integer number) throws IOException {
      out.writeInt(number == null ? NONE : number);
    }

    private void text(String text) throws IOException {
      Integer known = texts.putIfAbsent(text, texts.size());
      out.writeInt(known == null ? texts.size() - 1 : known);
      if (known == null) {
        out.writeUTF(text);
      }
    }
  }

  private record Reader(DataInputStream in, List<String> texts) {

    Reader(DataInputStream in) {
      this(in, new ArrayList<>());
    }

    Incident incident() throws IOException {
      return new Incident(
          text(),
          text(),
          new Period(day(), day()),
          where(),
          text(),
          AirAttack.values()[in.readByte()],
          new Toll(number(), number(), number()),
          new Citation(text(), text()),
          text());
    }

    private Where where() throws IOException {
      double lon = in.readDouble();
      double lat = in.readDouble();
      boolean point = !Double.isNaN(lon);
      return new Where(
          point ? lon : null,
          point ? lat : null,
          Precision.values()[in.readByte()],
          number(),
          text(),
          text(),
          text(),
          text(),
          in.readBoolean());
    }

    private LocalDate day() throws IOException {
      return LocalDate.ofEpochDay(in.readInt());
    }

    private Integer number() throws IOException {
      int number = in.readInt();
      return number == NONE ? null : number;
    }

    private String text() throws IOException {
      int index = in.readInt();
      if (index == texts.size()) {
        texts.add(in.readUTF());
      }
      return texts.get(index);
    }
  }
}
