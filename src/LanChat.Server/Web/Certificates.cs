using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LanChat.Server.Network;
using LanChat.Server.Settings;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Server.Web;

/// <summary>The certificates that HTTPS, and TLS for the dialects, are served with, if they are.</summary>
internal static class Certificates
{
    private const string On = "on";

    /// <summary>The one that is set; null when it is one of our own, or none.</summary>
    /// <param name="layers">Tells where it was set.</param>
    /// <param name="key">Which setting it is.</param>
    /// <exception cref="SettingsException">There is none in the file.</exception>
    public static X509Certificate2? Given(LayeredSettings layers, string key) =>
        layers.Text(key) is On or ListenSettings.Off ? null : Load(layers, key, layers.Text(key));

    /// <summary>One of our own, kept beside the history; null when it is not wanted.</summary>
    public static OwnCertificate? Own(ServerSettings settings) => !IsOwnForPage(settings) && !IsOwnForDialects(settings) ? null : OwnCertificate.Open(
        FileOf(settings),
        new OwnHosts(settings.Web.Hosts).Names,
        OwnAddresses.All().Select(own => own.Address),
        TimeProvider.System.GetUtcNow());

    public static bool IsOwnForPage(ServerSettings settings) => settings.Listen.Web is not null && settings.Web.Https == On;

    public static bool IsOwnForDialects(ServerSettings settings) => settings.Transport.Tls == On;

    private static string? FileOf(ServerSettings settings) => settings.History.Durability != Durability.Memory && settings.Data.Folder is { } parent
        ? DataPaths.CertificateOf(parent, settings.Room.Name.Text)
        : null;

    private static X509Certificate2 Load(LayeredSettings layers, string key, string file)
    {
        try
        {
            var isPem = X509Certificate2.GetCertContentType(file) == X509ContentType.Cert;
            return isPem ? X509Certificate2.CreateFromPemFile(file) : X509CertificateLoader.LoadPkcs12FromFile(file, password: null);
        }
        catch (Exception wrong) when (wrong is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw layers.Wrong(key, ServerTexts.NoCertificate(file, wrong.Message));
        }
    }
}
