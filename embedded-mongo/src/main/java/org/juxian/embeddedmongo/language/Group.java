package org.juxian.embeddedmongo.language;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.values.KeyCodec;
import org.juxian.embeddedmongo.values.Numbers;
import org.juxian.embeddedmongo.values.Refusal;

/** The stage $group: groups by the exact value of a key, in the order of their first documents. */
final class Group {
  private record Field(String name, Expression operand, Supplier<Accumulator> accumulator) {}

  private final Expression key;
  private final List<Field> fields = new ArrayList<>();

  private Group(Expression key) {
    this.key = key;
  }

  static Group parse(Document given) {
    if (!given.containsKey("_id")) {
      throw new MongoServerError(15955, "Location15955", "a group specification needs an _id");
    }
    Group group = new Group(Expression.parse(given.get("_id")));
    given.forEach(
        (name, how) -> {
          if (!name.equals("_id")) {
            group.fields.add(field(name, how));
          }
        });
    return group;
  }

  private static Field field(String name, @Nullable Object how) {
    if (!(how instanceof Document one) || one.size() != 1 || name.matches(".*[.$].*")) {
      throw new MongoServerError(
          40234, "Location40234", "The field '" + name + "' must be an accumulator object");
    }
    String operator = one.keySet().iterator().next();
    boolean counts = operator.equals("$count") && new Document().equals(one.get(operator));
    Object operand = counts ? (Object) 1 : one.get(operator);
    Supplier<Accumulator> accumulator =
        switch (counts ? "$sum" : operator) {
          case "$sum" -> () -> new Total(false);
          case "$avg" -> () -> new Total(true);
          case "$min" -> () -> new Choice(true, (old, it) -> KeyCodec.compare(it, old) < 0);
          case "$max" -> () -> new Choice(true, (old, it) -> KeyCodec.compare(it, old) > 0);
          case "$first" -> () -> new Choice(false, (_, _) -> false);
          case "$last" -> () -> new Choice(false, (_, _) -> true);
          default -> throw Refusal.unsupported("the accumulator " + operator);
        };
    return new Field(name, Expression.parse(operand), accumulator);
  }

  Stream<Document> apply(Stream<Document> documents) {
    Map<ByteBuffer, One> groups = new LinkedHashMap<>();
    documents.forEach(
        document -> {
          Object value = key.of(document);
          Object id = value instanceof Missing ? null : value;
          ByteBuffer bytes = ByteBuffer.wrap(KeyCodec.encode(id, true));
          One group = groups.computeIfAbsent(bytes, _ -> begin(id));
          for (int i = 0; i < fields.size(); i++) {
            group.accumulators().get(i).add(fields.get(i).operand().of(document));
          }
        });
    return groups.values().stream().map(this::result);
  }

  private record One(@Nullable Object id, List<Accumulator> accumulators) {}

  private One begin(@Nullable Object id) {
    return new One(id, fields.stream().map(field -> field.accumulator().get()).toList());
  }

  private Document result(One group) {
    Document result = new Document("_id", group.id());
    for (int i = 0; i < fields.size(); i++) {
      result.append(fields.get(i).name(), group.accumulators().get(i).result());
    }
    return result;
  }

  /** What is gathered from the documents of one group. */
  private sealed interface Accumulator {
    void add(@Nullable Object value);

    @Nullable Object result();
  }

  /** $sum and $avg: exact until the end; what is no number is passed over. */
  private static final class Total implements Accumulator {
    private final boolean average;
    private BigDecimal exact = BigDecimal.ZERO;
    private double infinite;
    private long count;
    private boolean longs;
    private boolean doubles;
    private boolean decimals;

    Total(boolean average) {
      this.average = average;
    }

    @Override
    public void add(@Nullable Object value) {
      if (value instanceof Number number) {
        count++;
        longs |= value instanceof Long;
        doubles |= value instanceof Double;
        decimals |= value instanceof Decimal128;
        if (decimals && doubles) {
          throw Refusal.unsupported("sums of doubles and decimals");
        }
        if (value instanceof Double real && !Double.isFinite(real)) {
          infinite += real;
        } else {
          exact = exact.add(Numbers.exact(number));
        }
      }
    }

    @Override
    public @Nullable Object result() {
      if (average && count == 0) {
        return null;
      } else if (decimals) {
        BigDecimal by = BigDecimal.valueOf(average ? count : 1);
        return Numbers.decimal(average ? exact.divide(by, MathContext.DECIMAL128) : exact);
      } else if (average || doubles) {
        double sum = infinite == 0 ? exact.doubleValue() : infinite;
        return average ? sum / count : sum;
      } else if (exact.toBigInteger().bitLength() > 63) {
        return exact.doubleValue();
      }
      return longs || exact.intValue() != exact.longValue()
          ? (Number) exact.longValue()
          : (Number) exact.intValue();
    }
  }

  /** $min, $max, $first and $last. */
  private static final class Choice implements Accumulator {
    private final boolean skipsNull;
    private final BiPredicate<@Nullable Object, @Nullable Object> better;
    private @Nullable Object chosen = Missing.getInstance();

    Choice(boolean skipsNull, BiPredicate<@Nullable Object, @Nullable Object> better) {
      this.skipsNull = skipsNull;
      this.better = better;
    }

    @Override
    public void add(@Nullable Object given) {
      Object value = given instanceof Missing ? null : given;
      if (value == null && skipsNull) {
        return;
      }
      if (chosen instanceof Missing || better.test(chosen, value)) {
        chosen = value;
      }
    }

    @Override
    public @Nullable Object result() {
      return chosen instanceof Missing ? null : chosen;
    }
  }
}
