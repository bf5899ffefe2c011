using System.Text;
using System.Text.RegularExpressions;
using Akka.Configuration;
using Akka.Configuration.Hocon;
using LanChat.Texts;

namespace LanChat.Settings;

/// <summary>Settings from one source: a file, an option, or the built-in reference.</summary>
/// <param name="Source">The name of the source in errors.</param>
/// <param name="Config">The settings.</param>
public sealed partial record Layer(string Source, Config Config)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Parses HOCON; errors name <paramref name="source"/>.</summary>
    public static Layer Parse(string source, string text)
    {
        if (HoconShape.FlawIn(text) is { } flaw) throw new SettingsException($"{source}: {flaw}");
        try
        {
            return new Layer(source, ConfigurationFactory.ParseString(text));
        }
        catch (Exception wrong) when (wrong is FormatException or ConfigurationException)
        {
            throw new SettingsException($"{source}: {wrong.Message}");
        }
        catch (NullReferenceException)
        {
            // Akka.NET throws this for an include without an include callback.
            throw new SettingsException($"{source}: {SettingsFileTexts.IncludeNotSupported}");
        }
    }

    /// <summary>Reads a file: UTF-8, or UTF-16 or UTF-32 with a byte order mark.</summary>
    public static Layer OfFile(string path)
    {
        try
        {
            return Parse(path, File.ReadAllText(path, Utf8));
        }
        catch (DecoderFallbackException)
        {
            throw new SettingsException($"{path}: {SettingsFileTexts.NotUtf8}");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SettingsException($"{path}: {SettingsFileTexts.Unreadable(WhyNot(wrong))}");
        }
    }

    /// <summary>Creates a layer of one key with a literal text; trims white space.</summary>
    public static Layer OfText(string source, string key, string text) =>
        Parse(source, $"{key} = {HoconText.Quote(text)}");

    /// <summary>
    /// Creates a layer of one key. The value is literal, unless it is a HOCON list, object or
    /// quoted string.
    /// </summary>
    public static Layer OfKey(string source, string key, string value)
    {
        if (!WordsWithDots().IsMatch(key)) throw new SettingsException($"{source}: {SettingsTexts.NotAKey(key)}");
        return value is ['[' or '{' or '"', ..] ? Parse(source, $"{key} = {value}") : OfText(source, key, value);
    }

    /// <summary>Parses the option <c>--set key=value</c>.</summary>
    public static Layer OfAssignment(string assignment)
    {
        var (at, source) = (assignment.IndexOf('='), $"--set {assignment}");
        if (at <= 0) throw new SettingsException($"{source}: {SettingsTexts.ExpectedAssignment}");
        return OfKey(source, assignment[..at].Trim(), assignment[(at + 1)..].Trim());
    }

    /// <summary>Returns the full names of all keys with a value.</summary>
    public IEnumerable<string> Keys() => Config.IsEmpty ? [] : Walk(Config.Root, "");

    /// <summary>
    /// Describes common errors in the user's language; the framework's messages are English.
    /// </summary>
    private static string WhyNot(Exception wrong) => wrong switch
    {
        FileNotFoundException or DirectoryNotFoundException => SettingsFileTexts.NotThere,
        UnauthorizedAccessException => SettingsFileTexts.NotAllowed,
        _ => wrong.Message,
    };

    private static IEnumerable<string> Walk(HoconValue value, string path) => value.IsObject()
        ? value.GetObject().Items.SelectMany(
            item => Walk(item.Value, path.Length == 0 ? item.Key : $"{path}.{item.Key}"))
        : [path];

    [GeneratedRegex(@"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\z")]
    private static partial Regex WordsWithDots();
}
