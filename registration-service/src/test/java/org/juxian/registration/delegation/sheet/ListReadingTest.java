package org.juxian.registration.delegation.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juxian.registration.questions.Form;

class ListReadingTest {

  @Test
  void every_usual_encoding_is_read() {
    String text = "姓名,手机\r\n欧阳晓岚,13800000001\r\n";
    assertThat(TextDecoder.decode(text.getBytes(StandardCharsets.UTF_8))).contains(text);
    assertThat(TextDecoder.decode(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)))
        .contains(text);
    assertThat(TextDecoder.decode(text.getBytes(Charset.forName("GB18030")))).contains(text);
    assertThat(TextDecoder.decode(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)))
        .contains(text);
    assertThat(TextDecoder.decode(new byte[] {(byte) 0xFF, (byte) 0xFF, 'a'})).isEmpty();
    assertThat(TextDecoder.decode(new byte[] {'a', 0, 'b'})).isEmpty();
  }

  @Test
  void quotes_separators_and_line_numbers_are_understood() {
    assertThat(lines("a,b\n\"x\ny\",\"say \"\"hi\"\"\"\nlast,"))
        .containsExactly(
            new Line(1, List.of("a", "b")),
            new Line(2, List.of("x\ny", "say \"hi\"")),
            new Line(4, List.of("last", "")));
    assertThat(lines("a;b\r\n1;2\r\n"))
        .containsExactly(new Line(1, List.of("a", "b")), new Line(2, List.of("1", "2")));
    assertThat(lines("a\tb")).containsExactly(new Line(1, List.of("a", "b")));
    assertThat(CsvReader.read("a\nb,\"c\n", 10)).isEqualTo(new CsvReader.Read.QuoteOpen(2));
    assertThat(CsvReader.read("a\n".repeat(11), 10)).isEqualTo(new CsvReader.Read.TooMany());
  }

  @Test
  void phone_numbers_are_brought_into_one_form() {
    for (String same :
        List.of("13800000001", "+8613800000001", "86 138 0000 0001", "１３８００００００01")) {
      assertThat(RollReader.normal(same)).as(same).contains("+8613800000001");
    }
    assertThat(RollReader.normal("+852 5123 4567")).contains("+85251234567");
    for (String none : List.of("", "1380000000", "23800000001", "+86123", "abc", "1.38E+10")) {
      assertThat(RollReader.normal(none)).as(none).isEmpty();
    }
  }

  @Test
  void a_head_must_name_what_is_needed_and_nothing_twice() {
    assertThat(codes("姓名,手机,name,身高\n李,13800000001,x,1\n"))
        .containsExactly("1 name column-twice", "1  column-unknown");
    assertThat(codes("name\n李\n")).containsExactly("1 phone column-missing");
    assertThat(codes("")).containsExactly("1  list-empty");
    assertThat(codes("name,phone\n")).containsExactly("1  list-empty");
    assertThat(codes("name,phone\n" + "李,1\n".repeat(501))).containsExactly("502  list-too-long");
  }

  private static List<String> codes(String text) {
    return RollReader.read(lines(text), Form.NONE).faults().stream()
        .map(fault -> fault.line() + " " + fault.field() + " " + fault.code())
        .toList();
  }

  private static List<Line> lines(String text) {
    return switch (CsvReader.read(text, 1000)) {
      case CsvReader.Read.Lines(var lines) -> lines;
      case CsvReader.Read.QuoteOpen(int line) -> throw new AssertionError("open in " + line);
      case CsvReader.Read.TooMany() -> throw new AssertionError("too many");
    };
  }
}
