using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Server.Settings;

/// <summary>The transport of the dialects' ports.</summary>
/// <param name="Name"><c>akka-io</c> or <c>kestrel</c>.</param>
/// <param name="Tls"><c>off</c>, <c>on</c> (self-signed), or a certificate file.</param>
internal sealed record TransportSettings(string Name, string Tls)
{
    /// <summary>The key of the transport.</summary>
    public const string Key = "lanchat.server.transport";

    /// <summary>The key of TLS.</summary>
    public const string TlsKey = "lanchat.server.tls";

    /// <summary>Akka.IO's actors, the default.</summary>
    public const string AkkaIo = "akka-io";

    /// <summary>Kestrel's connection handlers.</summary>
    public const string Kestrel = "kestrel";

    public bool IsKestrel() => Name == Kestrel;

    public bool IsTls() => Tls != ListenSettings.Off;

    public static TransportSettings Read(LayeredSettings settings)
    {
        var (name, tls) = (settings.Text(Key), settings.Text(TlsKey));
        if (name is not (AkkaIo or Kestrel)) throw settings.Wrong(Key, ServerTexts.UnknownTransport(name));
        if (name != Kestrel && tls != ListenSettings.Off)
            throw settings.Wrong(TlsKey, ServerTexts.NoTlsBy($"{Key} = {name}", $"{Key} = {Kestrel}"));
        return new TransportSettings(name, tls);
    }
}
