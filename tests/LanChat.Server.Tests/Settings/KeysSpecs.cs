using System.Text.RegularExpressions;
using LanChat.Protocol.Dialects.Older;
using LanChat.Server.Settings;
using LanChat.Settings;

namespace LanChat.Server.Tests.Settings;

public sealed partial class KeysSpecs
{
    [Fact]
    public void The_reference_has_exactly_the_keys_of_the_settings()
    {
        var settings = typeof(ServerSettings).GetProperties().SelectMany(section => section.PropertyType.GetProperties()
            .Select(setting => $"{SectionOf(section.Name)}.{Kebab(setting.Name)}"));

        // The keys of the transport have no section of their own.
        settings = settings.Select(key => key switch
        {
            "lanchat.server.transport.name" => TransportSettings.Key,
            "lanchat.server.transport.tls" => TransportSettings.TlsKey,
            _ => key,
        });

        // Each dialect has a key of its name beside those of the record.
        settings = settings.Where(key => key != "lanchat.server.listen.ports").Concat(
            AllDialects.List.Select(ListenSettings.KeyOf));

        var keys = LayeredSettings.Reference.Keys().Where(
            key => key.Split('.') is ["lanchat", "server" or "discovery", ..]);

        Assert.Equal(settings.Order(), keys.Order());
    }

    private static string SectionOf(string name) =>
        name == nameof(ServerSettings.Discovery) ? "lanchat.discovery" : $"lanchat.server.{Kebab(name)}";

    private static string Kebab(string name) => Capital().Replace(name, "-$0").TrimStart('-').ToLowerInvariant();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
