using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LanChat.Server.Network;
using LanChat.Server.Settings;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Server.Web;

/// <summary>The certificates of HTTPS and of the dialects' TLS.</summary>
internal static class Certificates
{
    private const string On = "on";

    /// <summary>
    /// Loads the certificate file of a setting; null for <c>on</c> and <c>off</c>.
    /// </summary>
    /// <param name="layers">The settings.</param>
    /// <param name="key">The key of the setting.</param>
    /// <exception cref="SettingsException">The file has no certificate with a key.</exception>
    public static X509Certificate2? FromFile(LayeredSettings layers, string key) =>
        layers.Text(key) is On or ListenSettings.Off ? null : Load(layers, key, layers.Text(key));

    /// <summary>
    /// Opens or makes the self-signed certificate; null if the settings need none.
    /// </summary>
    public static SelfSignedCertificate? SelfSigned(ServerSettings settings)
    {
        if (!IsSelfSignedForPage(settings) && !IsSelfSignedForDialects(settings)) return null;
        return SelfSignedCertificate.Open(
            FileOf(settings),
            new AllowedHosts(settings.Web.Hosts).Names,
            OwnAddresses.All().Select(own => own.Address),
            TimeProvider.System.GetUtcNow());
    }

    public static bool IsSelfSignedForPage(ServerSettings settings) =>
        settings.Listen.Web is not null && settings.Web.Https == On;

    public static bool IsSelfSignedForDialects(ServerSettings settings) => settings.Transport.Tls == On;

    private static string? FileOf(ServerSettings settings) =>
        settings.History.Durability != Durability.Memory && settings.Data.Folder is { } parent
            ? DataPaths.CertificateOf(parent, settings.Room.Name.Text)
            : null;

    private static X509Certificate2 Load(LayeredSettings layers, string key, string file)
    {
        try
        {
            var isPem = X509Certificate2.GetCertContentType(file) == X509ContentType.Cert;
            return isPem
                ? X509Certificate2.CreateFromPemFile(file)
                : X509CertificateLoader.LoadPkcs12FromFile(file, password: null);
        }
        catch (Exception wrong) when (wrong is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw layers.Wrong(key, ServerTexts.NoCertificate(file, wrong.Message));
        }
    }
}
