namespace LanChat.Client.Doctor.Facts;

/// <summary>The active firewall, as far as it can be detected.</summary>
internal enum Firewall
{
    None,
    Ufw,
    Firewalld,

    /// <summary>Rules in the Linux kernel of unknown origin.</summary>
    Netfilter,
    Windows,
    MacOS,
}
