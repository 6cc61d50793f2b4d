import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.index.mapper.MapperExtrasPlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.script.mustache.MustachePlugin;
import org.opensearch.transport.Netty4Plugin;

/** A node of OpenSearch with the modules that search templates and analyzers need. Its arguments are settings: name=value. */
public class ClusterNode extends Node {
  private ClusterNode(Settings settings, String name) {
    super(
      InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), Path.of(settings.get("path.home")), () -> name),
      List.of(
        CommonAnalysisPlugin.class,
        MapperExtrasPlugin.class,
        MustachePlugin.class,
        Netty4Plugin.class
      ),
      true
    );
  }

  public static void main(String[] arguments) throws Exception {
    Settings.Builder settings = Settings.builder();
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      settings.put(parts[0], parts[1]);
    }
    Settings built = settings.build();
    ClusterNode node = new ClusterNode(built, built.get("node.name"));
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        node.close();
      } catch (Exception error) {
        error.printStackTrace();
      }
    }));
    // The process that started the node holds its standard input: with the end of that process the node ends, too.
    Thread watch = new Thread(() -> {
      try {
        while (System.in.read() >= 0);
      } catch (Exception error) {
        // The pipe is gone.
      }
      ended.countDown();
    });
    watch.setDaemon(true);
    watch.start();
    node.start();
    ended.await();
    System.exit(0);
  }
}
