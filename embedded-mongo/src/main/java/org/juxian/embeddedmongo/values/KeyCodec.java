package org.juxian.embeddedmongo.values;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as bytes whose unsigned order is the order of the values, across all BSON types. No
 * value's bytes are the beginning of another's, so that the bytes of several fields can stand one
 * after the other. The order of types is MongoDB's comparison order (manual, "Comparison/Sort
 * Order"); strings compare by their UTF-8 bytes; numbers of all types compare by their exact value,
 * NaN before all others. Queries, sorts and indexes all compare by these bytes.
 */
public final class KeyCodec {
  private static final int UNDEFINED = 0x08;
  private static final int NULL = 0x0A;
  private static final int NUMBER = 0x10;
  private static final int STRING = 0x18;
  private static final int DOCUMENT = 0x20;
  private static final int ARRAY = 0x28;
  private static final int BINARY = 0x30;
  private static final int OBJECT_ID = 0x40;
  private static final int BOOLEAN = 0x48;
  private static final int DATE = 0x50;
  private static final int REGEX = 0x60;
  private static final long EXACT_IN_DOUBLE = 1L << 53;

  /** What an index holds for an empty array: it sorts before null. */
  public enum EmptyArray {
    KEY
  }

  private KeyCodec() {}

  public static byte[] encode(@Nullable Object value, boolean ascending) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(24);
    write(value, out);
    return directed(out.toByteArray(), ascending);
  }

  public static int compare(@Nullable Object one, @Nullable Object other) {
    return Arrays.compareUnsigned(encode(one, true), encode(other, true));
  }

  /** What the keys of all values of this one's type begin with. */
  static byte[] typeOf(@Nullable Object value, boolean ascending) {
    return directed(new byte[] {(byte) tag(value)}, ascending);
  }

  private static byte[] directed(byte[] bytes, boolean ascending) {
    if (!ascending) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) ~bytes[i];
      }
    }
    return bytes;
  }

  private static int tag(@Nullable Object value) {
    return switch (value) {
      case null -> NULL;
      case Missing _ -> NULL;
      case Number _ -> NUMBER;
      case String _ -> STRING;
      case Map<?, ?> _ -> DOCUMENT;
      case Collection<?> _ -> ARRAY;
      case EmptyArray _ -> UNDEFINED;
      case BinData _ -> BINARY;
      case UUID _ -> BINARY;
      case ObjectId _ -> OBJECT_ID;
      case Boolean _ -> BOOLEAN;
      case Instant _ -> DATE;
      case BsonRegularExpression _ -> REGEX;
      default ->
          throw new MongoServerError(
              115,
              "CommandNotSupported",
              "A value of type " + value.getClass().getSimpleName() + " cannot be indexed");
    };
  }

  private static void write(@Nullable Object value, ByteArrayOutputStream out) {
    out.write(tag(value));
    writeBody(value, out);
  }

  private static void writeBody(@Nullable Object value, ByteArrayOutputStream out) {
    switch (value) {
      case Number number -> writeNumber(number, out);
      case String text -> writeText(text, out);
      case Map<?, ?> document -> writeDocument(document, out);
      case Collection<?> list -> {
        list.forEach(element -> write(element, out));
        out.write(0);
      }
      case BinData binary -> writeBinary(0, binary.getData(), out);
      case UUID uuid -> {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
        bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
        writeBinary(4, bytes.array(), out);
      }
      case ObjectId id -> out.writeBytes(id.toByteArray());
      case Boolean bool -> out.write(bool ? 1 : 0);
      case Instant instant -> writeFixed(instant.toEpochMilli() ^ Long.MIN_VALUE, 8, out);
      case BsonRegularExpression regex -> {
        writeText(regex.getPattern(), out);
        writeText(regex.getOptions() == null ? "" : regex.getOptions(), out);
      }
      case null, default -> {}
    }
  }

  /** The nearest double in sortable bits, then how far the number lies from it. */
  private static void writeNumber(Number number, ByteArrayOutputStream out) {
    double nearest = Numbers.doubleOf(number);
    long bits = Double.doubleToLongBits(nearest);
    writeFixed(Double.isNaN(nearest) ? 0 : bits < 0 ? ~bits : bits ^ Long.MIN_VALUE, 8, out);
    writeRest(
        switch (number) {
          case Long whole when Math.abs(whole) > EXACT_IN_DOUBLE || whole == Long.MIN_VALUE ->
              Numbers.exact(whole).subtract(new BigDecimal(nearest));
          case Decimal128 decimal when Double.isFinite(nearest) ->
              Numbers.exact(decimal).subtract(new BigDecimal(nearest));
          default -> BigDecimal.ZERO;
        },
        out);
  }

  /** Sign, exponent and digits; for a negative rest the complement of the latter two. */
  private static void writeRest(BigDecimal rest, ByteArrayOutputStream out) {
    out.write(0x80 + rest.signum());
    if (rest.signum() == 0) {
      return;
    }
    BigDecimal digits = rest.abs().stripTrailingZeros();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    writeFixed(digits.precision() - digits.scale() + 0x8000, 2, body);
    body.writeBytes(digits.unscaledValue().toString().getBytes(StandardCharsets.US_ASCII));
    body.write(0);
    out.writeBytes(directed(body.toByteArray(), rest.signum() > 0));
  }

  /** As UTF-8, whose bytes have the order of the code points; 0 and 1 make room for the end. */
  private static void writeText(String text, ByteArrayOutputStream out) {
    byte[] units = text.getBytes(StandardCharsets.UTF_8);
    int written = 0;
    for (int i = 0; i < units.length; i++) {
      if (units[i] == 0 || units[i] == 1) {
        out.write(units, written, i - written);
        out.write(1);
        out.write(units[i] + 1);
        written = i + 1;
      }
    }
    out.write(units, written, units.length - written);
    out.write(0);
  }

  private static void writeDocument(Map<?, ?> document, ByteArrayOutputStream out) {
    document.forEach(
        (name, value) -> {
          out.write(tag(value));
          writeText(String.valueOf(name), out);
          writeBody(value, out);
        });
    out.write(0);
  }

  private static void writeBinary(int subtype, byte[] data, ByteArrayOutputStream out) {
    writeFixed(data.length, 4, out);
    out.write(subtype);
    out.writeBytes(data);
  }

  private static void writeFixed(long value, int bytes, ByteArrayOutputStream out) {
    byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    out.write(all, Long.BYTES - bytes, bytes);
  }
}
