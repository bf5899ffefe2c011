using System.Net;
using System.Net.Sockets;
using LanChat.Server.Settings;
using LanChat.Server.Sockets;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Server.Cli;

/// <summary>Looks, before anything starts, whether this computer has what the server needs.</summary>
internal static class Surroundings
{
    /// <exception cref="SettingsException">Something is missing.</exception>
    public static void Check(LayeredSettings layers, ServerSettings settings)
    {
        if (Descriptors.Now() is { Limit: < Descriptors.Least } few)
            throw new SettingsException(ServerTexts.TooFewDescriptors(few.Limit, Descriptors.Least));
        CheckAddress(layers, settings.Listen.Address);
    }

    private static void CheckAddress(LayeredSettings layers, IPAddress address)
    {
        try
        {
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(address, 0));
        }
        catch (SocketException notHere)
        {
            throw layers.Wrong(ListenSettings.AddressKey, ServerTexts.CannotListen($"{address}", notHere.Message));
        }
    }
}
