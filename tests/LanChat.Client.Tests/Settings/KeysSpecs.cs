using System.Text.RegularExpressions;
using LanChat.Client.Settings;
using LanChat.Settings;

namespace LanChat.Client.Tests.Settings;

public sealed partial class KeysSpecs
{
    [Fact]
    public void The_reference_has_exactly_one_key_for_each_setting()
    {
        var keys = LayeredSettings.Reference.Keys().Where(
            key => key.StartsWith("lanchat.client.", StringComparison.Ordinal));

        Assert.Equal(KeysOf(typeof(ClientSettings), "lanchat.client").Order(), keys.Order());
    }

    /// <summary>The client's own records are sections, anything else is a value.</summary>
    private static IEnumerable<string> KeysOf(Type settings, string path) => settings
        .GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance)
        .SelectMany(setting => setting.PropertyType.Namespace == settings.Namespace
            ? KeysOf(setting.PropertyType, $"{path}.{Kebab(setting.Name)}")
            : [$"{path}.{Kebab(setting.Name)}"]);

    private static string Kebab(string name) => Capital().Replace(name, "-$0").TrimStart('-').ToLowerInvariant();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
