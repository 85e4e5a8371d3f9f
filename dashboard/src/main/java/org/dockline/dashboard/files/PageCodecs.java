package org.dockline.dashboard.files;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * Unpacks Parquet pages without Hadoop's codec machinery, which would bring half of Hadoop along
 * for two calls.
 */
final class PageCodecs implements CompressionCodecFactory {

  private interface Unpack {
    byte[] unpack(byte[] packed, int size) throws IOException;
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    throw new UnsupportedOperationException("The dashboard writes no Parquet files");
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return switch (codec) {
      case UNCOMPRESSED -> new Pages((packed, size) -> packed);
      case ZSTD -> new Pages(Zstd::decompress);
      case SNAPPY -> new Pages((packed, size) -> Snappy.uncompress(packed));
      default ->
          throw new IllegalArgumentException(
              "Parquet pages packed with " + codec + "; they must be plain, zstd or snappy");
    };
  }

  @Override
  public void release() {
    // Nothing is held between two pages.
  }

  private record Pages(Unpack unpack) implements CompressionCodecFactory.BytesInputDecompressor {

    @Override
    public BytesInput decompress(BytesInput bytes, int decompressedSize) throws IOException {
      return BytesInput.from(unpack.unpack(bytes.toInputStream().readAllBytes(), decompressedSize));
    }

    @Override
    public void decompress(
        ByteBuffer input, int compressedSize, ByteBuffer output, int decompressedSize)
        throws IOException {
      byte[] packed = new byte[compressedSize];
      input.get(packed);
      output.put(unpack.unpack(packed, decompressedSize));
    }

    @Override
    public void release() {
      // Nothing is held between two pages.
    }
  }
}
