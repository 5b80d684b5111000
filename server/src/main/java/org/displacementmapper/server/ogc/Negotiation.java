package org.displacementmapper.server.ogc;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.displacementmapper.server.usecase.BadQuestionException;

/** Chooses the encoding of an answer: by the parameter {@code f}, else by the header Accept. */
public final class Negotiation {

  private Negotiation() {}

  /**
   * @param offered the first is the default
   * @param f value of the parameter; empty if it is missing
   * @param accept value of the header; null if it is missing
   * @return empty if the client accepts none of them
   * @throws BadQuestionException if {@code f} is not one of them
   */
  public static Optional<Encoding> choose(
      List<Encoding> offered, Optional<String> f, String accept) {
    if (f.isPresent()) {
      return Optional.of(named(offered, f.get()));
    }
    if (accept == null || accept.isBlank()) {
      return Optional.of(offered.get(0));
    }
    Encoding best = null;
    double bestWeight = 0;
    for (String part : accept.split(",")) {
      String[] pieces = part.split(";");
      String mediaType = pieces[0].strip().toLowerCase(Locale.ROOT);
      double weight = weight(pieces);
      for (Encoding encoding : offered) {
        if (weight > bestWeight && encoding.isMeantBy(mediaType)) {
          best = encoding;
          bestWeight = weight;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static Encoding named(List<Encoding> offered, String word) {
    return offered.stream()
        .filter(encoding -> encoding.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new BadQuestionException(
                    "f",
                    word,
                    "allowed here: "
                        + offered.stream().map(Encoding::word).collect(Collectors.joining(", "))
                        + "."));
  }

  private static double weight(String[] pieces) {
    for (int i = 1; i < pieces.length; i++) {
      String piece = pieces[i].replace(" ", "");
      if (piece.matches("q=(0(\\.[0-9]{1,3})?|1(\\.0{1,3})?)")) {
        return Double.parseDouble(piece.substring(2));
      }
    }
    return 1;
  }
}
