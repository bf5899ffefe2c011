namespace Akka.Configuration;

/// <summary>What can be asked of a configuration that may not be there at all.</summary>
public static class ConfigExtensions
{
    public static Config? SafeWithFallback(this Config? config, Config? fallback) =>
        config is null || ReferenceEquals(config, fallback) ? fallback : config.WithFallback(fallback);

    public static bool IsNullOrEmpty(this Config? config) => config is null || config.IsEmpty;
}
