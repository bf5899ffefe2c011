using System.Reflection;
using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>Makes configurations from HOCON text.</summary>
public class ConfigurationFactory
{
    public static Config Empty => ParseString("");

    /// <summary>
    /// Substitutions are resolved within <paramref name="hocon"/> alone. Throws <see cref="FormatException"/> or
    /// <see cref="ConfigurationException"/> where the text is malformed.
    /// </summary>
    public static Config ParseString(string hocon) => new(HoconParser.Parse(hocon));

    /// <summary>What an actor system falls back to.</summary>
    public static Config Default() => FromResource("Akka.Configuration.akka.conf", typeof(ConfigurationFactory).Assembly);

    public static Config FromResource<TAssembly>(string resourceName) => FromResource(resourceName, typeof(TAssembly).Assembly);

    public static Config FromResource(string resourceName, Assembly assembly)
    {
        using var stream = assembly.GetManifestResourceStream(resourceName)
            ?? throw new ArgumentException($"{assembly.GetName().Name} has no resource {resourceName}", nameof(resourceName));
        using var reader = new StreamReader(stream);
        return ParseString(reader.ReadToEnd());
    }
}
