package org.displacementmapper.server.cli;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.displacementmapper.displacement.Product;
import org.displacementmapper.server.usecase.FilterWords;
import org.displacementmapper.server.usecase.Question;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is estimated, shown and counted: the options that mirror the query parameters. */
final class QuestionOptions {

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Day the estimate is for (default: 2022-01-31).")
  LocalDate asOf;

  @Option(
      names = "--cutoff",
      paramLabel = "DATE",
      description = "Last day of UN figures it may use (default: 31 days before).")
  LocalDate cutoff;

  @Option(
      names = "--product",
      paramLabel = "PRODUCT",
      converter = ProductConverter.class,
      description = "independent (default), nowcast or allocation.")
  Product product;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "The one source of unit counts and estimates (default: ucdp).")
  String source;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First day of incidents shown and counted (default: 2021-02-01).")
  LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Last day of incidents shown and counted (default: --as-of).")
  LocalDate to;

  @Option(
      names = "--air",
      paramLabel = "WORD",
      description = "Only attacks from the air: documented, mentioned or any.")
  String air;

  @Option(
      names = "--incident-source",
      paramLabel = "NAMES",
      description = "Only incidents of these sources, with commas between.")
  String incidentSource;

  @Option(
      names = "--kind",
      paramLabel = "WORDS",
      description = "Only incidents of these kinds, with commas between.")
  String kind;

  @Option(
      names = "--precision",
      paramLabel = "WORDS",
      description = "Only incidents known so precisely: exact, village, town, township, ...")
  String precision;

  @Option(
      names = "--min-killed",
      paramLabel = "NUMBER",
      description = "Only incidents with at least so many killed, by the best figure.")
  String minKilled;

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description = "Only incidents whose place, report, kind, source or unit contains this.")
  String text;

  @Option(
      names = "--unit",
      paramLabel = "PCODE",
      split = ",",
      description = "Only these units and what lies in them.")
  List<String> pcodes = List.of();

  @Mixin VersionOption versions;

  Question question() {
    Set<String> units = new LinkedHashSet<>(pcodes);
    Map<String, String> words = new HashMap<>();
    words.put("air", air);
    words.put("incident_source", incidentSource);
    words.put("kind", kind);
    words.put("precision", precision);
    words.put("min_killed", minKilled);
    words.put("text", text);
    return new Question(
        Optional.ofNullable(asOf),
        Optional.ofNullable(cutoff),
        Optional.ofNullable(product),
        Optional.ofNullable(source),
        Optional.ofNullable(from),
        Optional.ofNullable(to),
        FilterWords.read(word -> Optional.ofNullable(words.get(word))),
        units,
        Optional.empty(),
        versions.asked());
  }

  static final class ProductConverter implements ITypeConverter<Product> {
    @Override
    public Product convert(String word) {
      return Product.find(word)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + word + "' is not a product: independent, nowcast or allocation"));
    }
  }
}
