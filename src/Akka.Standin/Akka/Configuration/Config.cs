#nullable disable annotations // as the package: a missing string, section or value is null without the type saying so
using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>
/// An immutable tree of settings, asked by dotted paths (<c>a.b."c.d"</c>) and laid over others by
/// <see cref="WithFallback"/>. A path that is missing gives the default; a value of the wrong form throws.
/// </summary>
public class Config
{
    public static readonly Config Empty = ConfigurationFactory.Empty;

    private readonly HoconValue _own;

    public Config()
        : this(HoconValue.Of(new HoconObject()))
    {
    }

    internal Config(HoconValue root)
        : this(root, root, null)
    {
    }

    private Config(HoconValue own, HoconValue root, Config fallback)
    {
        _own = own;
        Root = root;
        Fallback = fallback;
    }

    /// <summary>The settings, fallbacks included.</summary>
    public virtual HoconValue Root { get; }

    public Config Fallback { get; }

    public virtual bool IsEmpty => Root.IsEmpty;

    public virtual bool HasPath(string path) => GetValue(path) is not null;

    public HoconValue GetValue(string path)
    {
        var value = Root;
        foreach (var key in HoconPath.Split(path))
        {
            value = value.GetChildObject(key);
            if (value is null)
                return null;
        }

        return value;
    }

    /// <summary>The settings below <paramref name="path"/>, or null.</summary>
    public virtual Config GetConfig(string path) => GetValue(path) is { } value ? new Config(value) : null;

    public virtual string GetString(string path, string @default = null) => GetValue(path) is { } value ? value.GetString() : @default;

    public virtual bool GetBoolean(string path, bool @default = false) => GetValue(path)?.GetBoolean() ?? @default;

    public virtual int GetInt(string path, int @default = 0) => GetValue(path)?.GetInt() ?? @default;

    public virtual long GetLong(string path, long @default = 0) => GetValue(path)?.GetLong() ?? @default;

    public virtual float GetFloat(string path, float @default = 0) => GetValue(path)?.GetFloat() ?? @default;

    public virtual double GetDouble(string path, double @default = 0) => GetValue(path)?.GetDouble() ?? @default;

    public virtual decimal GetDecimal(string path, decimal @default = 0) => GetValue(path)?.GetDecimal() ?? @default;

    public virtual long? GetByteSize(string path) => GetByteSize(path, null);

    /// <summary>A number of bytes: <c>KiB, K, k</c> and their like count in 1024, <c>kB, MB</c> in 1000.</summary>
    public virtual long? GetByteSize(string path, long? def = null) => GetValue(path) is { } value ? value.GetByteSize() : def;

    /// <summary>A number without a unit means milliseconds, <c>infinite</c> <see cref="Timeout.InfiniteTimeSpan"/>.</summary>
    public virtual TimeSpan GetTimeSpan(string path, TimeSpan? @default = null, bool allowInfinite = true) =>
        GetValue(path)?.GetTimeSpan(allowInfinite) ?? @default.GetValueOrDefault();

    /// <summary>Empty if missing.</summary>
    public virtual IList<string> GetStringList(string path) => GetStringList(path, []);

    public virtual IList<string> GetStringList(string path, string[] defaultPaths) => GetValue(path)?.GetStringList() ?? defaultPaths;

    public virtual IList<int> GetIntList(string path) => GetValue(path).GetIntList();

    public virtual IList<long> GetLongList(string path) => GetValue(path).GetLongList();

    public virtual IList<double> GetDoubleList(string path) => GetValue(path).GetDoubleList();

    public virtual IList<bool> GetBooleanList(string path) => GetValue(path).GetBooleanList();

    /// <summary>This configuration, and where it says nothing, <paramref name="fallback"/>.</summary>
    public virtual Config WithFallback(Config fallback)
    {
        if (fallback == this)
            throw new ArgumentException("Config can not have itself as fallback", nameof(fallback));
        if (fallback is null)
            return this;
        if (IsEmpty)
            return fallback;
        if (Root.GetObject() is not { } mine || fallback.Root.GetObject() is not { } others)
            return this;

        return new Config(_own, HoconValue.Of(others.MergedWith(mine)), Fallback is null ? fallback : Fallback.WithFallback(fallback));
    }

    /// <summary>The topmost keys, fallbacks included.</summary>
    public virtual IEnumerable<KeyValuePair<string, HoconValue>> AsEnumerable() => Root.GetObject()?.Items ?? [];

    /// <summary>What this configuration says itself, without its fallbacks.</summary>
    public override string ToString() => _own.ToString();

    public string ToString(bool includeFallback) => includeFallback ? Root.ToString() : ToString();

    public static Config operator +(Config config, string fallback) => config.WithFallback(ConfigurationFactory.ParseString(fallback));

    public static Config operator +(string configHocon, Config fallbackConfig) =>
        ConfigurationFactory.ParseString(configHocon).WithFallback(fallbackConfig);

    public static implicit operator Config(string str) => ConfigurationFactory.ParseString(str);
}
