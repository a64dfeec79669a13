package org.juxian.embeddedmongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.bson.Document;

/** Data folders that tests fill, reopen and hurt. */
final class Folders {

  private Folders() {}

  /** Opens the folder, lets something happen in its one collection, and closes it. */
  static void with(Path folder, Consumer<MongoCollection<Document>> action) {
    try (EmbeddedMongo server = EmbeddedMongo.open(Options.in(folder));
        MongoClient client = MongoClients.create(server.connectionString())) {
      action.accept(client.getDatabase("db").getCollection("docs"));
    }
  }

  static void fill(MongoCollection<Document> docs, int from, int count) {
    for (int i = from; i < from + count; i++) {
      docs.insertOne(new Document("_id", i).append("n", i).append("text", "some text"));
    }
  }

  /** Turns one byte of a file round. */
  static void flip(Path file, long at) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer one = ByteBuffer.allocate(1);
      channel.read(one, at);
      channel.write(ByteBuffer.wrap(new byte[] {(byte) ~one.get(0)}), at);
    }
  }

  /** The same bytes, one of them turned round. */
  static byte[] flipped(byte[] bytes, int at) {
    byte[] copy = bytes.clone();
    copy[at] = (byte) ~copy[at];
    return copy;
  }
}
