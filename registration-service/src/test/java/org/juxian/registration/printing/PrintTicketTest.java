package org.juxian.registration.printing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.TicketType;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Team;
import org.juxian.registration.place.Terms;
import org.juxian.registration.ticket.QrCode;

/** What stands on the page, what a scanner reads from it, and what it costs. */
class PrintTicketTest {

  private static final String TOKEN =
      "1.k1.AZ4Yw1Vq7uI0c2mVnB9xQe8sTzKfLdRgHjPoWiUyXtCbNaMvEr.5cQ2xWz8KqLmNpRsTuVyXa1b2C3d4E5f6G7h8I9j0";
  private static final Instant START = Instant.parse("2026-11-28T01:00:00Z");

  private final Typefaces typefaces = new Typefaces();

  @Test
  void it_says_who_comes_to_what_when_and_where() throws IOException {
    byte[] pdf = print(event("2026南海产教融合人才交流大会", "Talent Exchange"), "欧阳翀", null, Locale.CHINA);
    assertThat(text(pdf))
        .contains("2026南海产教融合人才交流大会")
        .contains("2026年11月28日 星期六 09:00–17:00（北京时间 UTC+8）")
        .contains("南海会展中心")
        .contains("佛山市南海区桂城街道千灯湖")
        .contains("求职者")
        .contains("欧阳翀")
        .contains("A7K2-9QXM")
        .contains("https://juxian.example/tickets/r1");
    assertThat(picture(pdf)).isEqualTo(TOKEN);
    keep("zh", pdf);
  }

  @Test
  void it_speaks_english() throws IOException {
    byte[] pdf = print(event("人才", "Talent Exchange"), "Zoë Müller", null, Locale.ENGLISH);
    assertThat(text(pdf))
        .contains("Talent Exchange")
        .contains("Saturday, 28 November 2026, 09:00–17:00 (China time, UTC+8)")
        .contains("Zoë Müller")
        .contains("Ticket holder");
    keep("en", pdf);
  }

  @Test
  void rare_characters_are_written_or_boxed() throws IOException {
    assertThat(text(print(event("㛃䶮𫍯骉", "x"), "𠮷田\u0007陳\u202e🎉", null, Locale.CHINA)))
        .contains("㛃䶮𫍯骉")
        .contains("□田 陳□");
  }

  @Test
  void the_longest_texts_stay_on_the_page() throws IOException {
    Team team =
        new Team(
            "南海信息技术学校".repeat(9),
            IntStream.range(0, 20).mapToObj(i -> new Team.Member("队员" + i, "+86")).toList());
    for (Locale language : List.of(Locale.CHINA, Locale.ENGLISH)) {
      byte[] pdf = print(talkative(), "名".repeat(200), team, language);
      assertThat(middle(pdf)).contains("…").contains("https://juxian.example/tickets/r1");
      assertThat(picture(pdf)).isEqualTo(TOKEN);
      keep("long-" + language.getLanguage(), pdf);
    }
  }

  @Test
  void it_is_one_small_page_with_its_letters_inside() throws IOException {
    byte[] pdf = print(event("人才交流大会", "Talent Exchange"), "王小明", null, Locale.CHINA);
    assertThat(pdf).hasSizeLessThan(80_000);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isOne();
      assertThat(document.getPage(0).getMediaBox().getHeight())
          .isEqualTo(PDRectangle.A4.getHeight());
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
      for (var name : document.getPage(0).getResources().getFontNames()) {
        PDFont font = document.getPage(0).getResources().getFont(name);
        assertThat(font.isEmbedded()).isTrue();
        assertThat(font.getName()).contains("+NotoSansSC");
      }
    }
  }

  @Test
  void many_at_once_all_come_out_right() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> printing =
          IntStream.range(0, 24)
              .<Callable<String>>mapToObj(
                  i -> () -> text(print(event("大会" + i, "x"), "王" + i, null, Locale.CHINA)))
              .toList();
      int i = 0;
      for (var printed : threads.invokeAll(printing)) {
        assertThat(printed.get()).contains("大会" + i).contains("王" + i);
        i++;
      }
    }
  }

  private byte[] print(Event event, String name, @Nullable Team team, Locale language) {
    Booking booking = new Booking("r1", "e1", "t1", "p1", name, "A7K2-9QXM", team, START);
    TicketFace face =
        new TicketFace(booking, event, QrCode.modules(TOKEN), "https://juxian.example/tickets/r1");
    return typefaces.lend(font -> PrintTicket.page(face, font, language)).orElseThrow();
  }

  private static Event event(String zh, String en) {
    return new Event(
        "e1",
        "fair",
        "o1",
        new Text(zh, en),
        new Text("", ""),
        START,
        START.plusSeconds(8 * 3600),
        new Venue(
            new Text("南海会展中心", "Nanhai Centre"),
            new Text("佛山市南海区桂城街道千灯湖", "Qiandeng Lake, Guicheng, Foshan")),
        List.of(
            new TicketType("t1", new Text("求职者", "Job seeker"), new Terms(9, START, START, null))),
        false,
        null,
        1);
  }

  /** All its texts are longer than there is room for, and it goes on for two days. */
  private static Event talkative() {
    Text endless = new Text("产教融合".repeat(50), "Word" + "wide ".repeat(20) + "W".repeat(300));
    return new Event(
        "e1",
        "competition",
        "o1",
        endless,
        endless,
        START,
        START.plusSeconds(32 * 3600),
        new Venue(endless, endless),
        List.of(new TicketType("t1", endless, new Terms(9, START, START, null))),
        false,
        null,
        1);
  }

  /** What stands where every printer reaches. */
  private static String middle(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripperByArea stripper = new PDFTextStripperByArea();
      stripper.addRegion("middle", new Rectangle(20, 20, 555, 802));
      stripper.extractRegions(document.getPage(0));
      return stripper.getTextForRegion("middle");
    }
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** What a scanner reads from the page as it is printed. */
  private static String picture(byte[] pdf) throws IOException {
    BufferedImage image = render(pdf, 150);
    int width = image.getWidth();
    int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    RGBLuminanceSource light = new RGBLuminanceSource(width, image.getHeight(), pixels);
    try {
      return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light))).getText();
    } catch (ReaderException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static BufferedImage render(byte[] pdf, int dotsPerInch) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFRenderer(document).renderImageWithDPI(0, dotsPerInch);
    }
  }

  /** For whoever wants to look at it. */
  private static void keep(String name, byte[] pdf) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "tickets"));
    Files.write(folder.resolve(name + ".pdf"), pdf);
    ImageIO.write(render(pdf, 90), "png", folder.resolve(name + ".png").toFile());
  }
}
