using System.Net;
using System.Net.Sockets;
using LanChat.Server.Settings;
using LanChat.Server.Sockets;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Server.Cli;

/// <summary>Checks the environment before anything starts.</summary>
internal static class StartupChecks
{
    /// <exception cref="SettingsException">
    /// The limit of file descriptors is too low, or the address is not of this computer.
    /// </exception>
    public static void Check(LayeredSettings layers, ServerSettings settings)
    {
        if (FileDescriptorBudget.Now() is { Limit: < FileDescriptorBudget.MinLimit } few)
            throw new SettingsException(ServerTexts.TooFewDescriptors(few.Limit, FileDescriptorBudget.MinLimit));
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
